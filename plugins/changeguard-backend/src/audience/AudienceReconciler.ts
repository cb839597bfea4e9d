import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AudienceState } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { lockChange } from '../database/operations/lockChange';
import { SchemaChangeRow } from '../database/tables';
import { UnitOfWork } from '../database/UnitOfWork';
import { AudienceKeeper } from './AudienceKeeper';
import { AudienceResolver, ResolvedAudience } from './AudienceResolver';

const batchSize = 100;
const open = ['announced', 'released'] as const;

/**
 * Compares the lists of open changes with the catalog: consumers come and go after a change was announced, and what could
 * not be read whole is read again. An entity is resolved once for all of its changes.
 */
export class AudienceReconciler {
  constructor(
    private readonly deps: {
      knex: Knex;
      unitOfWork: UnitOfWork;
      resolver: AudienceResolver;
      keeper: AudienceKeeper;
      logger: LoggerService;
    },
  ) {}

  async reconcile(
    states: readonly AudienceState[],
    signal?: AbortSignal,
  ): Promise<void> {
    for (let after = ''; ; ) {
      const entityRefs = await this.nextEntities(states, after);
      for (const entityRef of entityRefs) {
        if (signal?.aborted) return;
        await this.reconcileEntity(entityRef, states, signal);
      }
      if (entityRefs.length < batchSize) return;
      after = entityRefs[entityRefs.length - 1];
    }
  }

  private async reconcileEntity(
    entityRef: string,
    states: readonly AudienceState[],
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex, unitOfWork, resolver, logger } = this.deps;
    try {
      const resolved = await resolver.resolve(entityRef, { signal });
      const changes = await knex<SchemaChangeRow>('schema_changes')
        .where({ entity_ref: entityRef })
        .whereIn('status', open)
        .whereIn('audience_state', states)
        .select('id');
      for (const { id } of changes) {
        await unitOfWork.run(tx => this.reconcileChange(tx, id, resolved));
      }
    } catch (error) {
      // The next run tries again; the other entities must not wait for this one.
      logger.warn(
        `The consumers of ${entityRef} could not be compared with the catalog`,
        toError(error),
      );
    }
  }

  private async reconcileChange(
    tx: Knex.Transaction,
    id: string,
    resolved: ResolvedAudience,
  ): Promise<void> {
    const locked = await lockChange(tx, id);
    if (!locked || !open.some(status => status === locked.change.status)) {
      return;
    }
    await this.deps.keeper.reconcile(tx, locked, resolved);
  }

  private async nextEntities(
    states: readonly AudienceState[],
    after: string,
  ): Promise<string[]> {
    const rows = await this.deps
      .knex<SchemaChangeRow>('schema_changes')
      .whereIn('status', open)
      .whereIn('audience_state', states)
      .where('entity_ref', '>', after)
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .limit(batchSize);
    return rows.map(({ entity_ref }) => entity_ref);
  }
}
