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
import { Ids } from './ports/Ids';
import { AuditPurger } from './retention/AuditPurger';
import {
  RetentionPeriods,
  RetentionSweeper,
} from './retention/RetentionSweeper';

/**
 * Schedules what keeps itself in order; each task runs on one replica at a time. One whose replica was killed, or could not say
 * that it was done, is taken up again when its time is out, so that time is short.
 */
export async function scheduleUpkeep(deps: {
  knex: Knex;
  unitOfWork: UnitOfWork;
  ids: Ids;
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
  const partial = new AudienceReconciler({ ...deps, states: ['partial'] });
  const all = new AudienceReconciler({
    ...deps,
    states: ['complete', 'partial'],
  });
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
    { minutes, timeout }: { minutes: number; timeout: number },
    fn: (signal: AbortSignal) => Promise<void>,
  ) =>
    deps.scheduler.scheduleTask({
      id,
      scope: 'global',
      frequency: { minutes },
      timeout: { minutes: timeout },
      initialDelay: { minutes: Math.min(minutes, 2) },
      fn,
    });

  // Each takes a commit of the scheduler, and the portal's start waits for all of them.
  await Promise.all([
    // People wait for this one: those whom the catalog could not name when a change was announced.
    schedule(
      'changeguard-complete-audiences',
      { minutes: 1, timeout: 1 },
      signal => partial.reconcile(signal),
    ),
    schedule(
      'changeguard-reconcile-audiences',
      { minutes: 10, timeout: 5 },
      signal => all.reconcile(signal),
    ),
    schedule(
      'changeguard-label-gone-entities',
      { minutes: 10, timeout: 5 },
      signal => gone.label(signal),
    ),
    schedule('changeguard-retention', { minutes: 60, timeout: 30 }, signal =>
      sweeper.sweep(signal),
    ),
  ]);
}
