import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Ed25519Signer } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { AudienceKeeper } from './audience/AudienceKeeper';
import { AudienceReconciler } from './audience/AudienceReconciler';
import { AudienceResolver } from './audience/AudienceResolver';
import { GoneEntities } from './audience/GoneEntities';
import { ChainReader } from './audit/ChainReader';
import { AuditLog } from './database/AuditLog';
import { EventWriter } from './database/EventWriter';
import { UnitOfWork } from './database/UnitOfWork';
import { CatalogPort } from './ports/CatalogPort';
import { AuditPurger } from './retention/AuditPurger';
import {
  RetentionPeriods,
  RetentionSweeper,
} from './retention/RetentionSweeper';

/** Schedules what keeps itself in order; each task runs on one replica at a time. */
export async function scheduleUpkeep(deps: {
  knex: Knex;
  unitOfWork: UnitOfWork;
  events: EventWriter;
  logger: LoggerService;
  scheduler: SchedulerService;
  catalog: CatalogPort;
  resolver: AudienceResolver;
  keeper: AudienceKeeper;
  auditLog: AuditLog;
  checkpointSigner: Ed25519Signer | null;
  retention: RetentionPeriods;
}): Promise<void> {
  const audiences = new AudienceReconciler(deps);
  const gone = new GoneEntities(deps);
  const auditPurger = new AuditPurger({
    ...deps,
    chain: new ChainReader(deps.knex),
    signer: deps.checkpointSigner,
  });
  const sweeper = new RetentionSweeper({
    ...deps,
    auditPurger,
    periods: deps.retention,
  });
  const schedule = (
    id: string,
    minutes: number,
    fn: (signal: AbortSignal) => Promise<void>,
  ) =>
    deps.scheduler.scheduleTask({
      id,
      scope: 'global',
      frequency: { minutes },
      timeout: { minutes: 30 },
      initialDelay: { minutes: Math.min(minutes, 2) },
      fn,
    });

  await schedule('changeguard-complete-audiences', 1, signal =>
    audiences.reconcile(['partial'], signal),
  );
  await schedule('changeguard-reconcile-audiences', 10, async signal => {
    await audiences.reconcile(['complete', 'partial'], signal);
    await gone.label(signal);
  });
  await schedule('changeguard-retention', 60, signal => sweeper.sweep(signal));
}
