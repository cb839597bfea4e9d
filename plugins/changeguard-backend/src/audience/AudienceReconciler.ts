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
 * not be read whole is read again. An entity is resolved once for all of its changes. A pass that is cut short is gone on with by
 * the next one of this replica, so that however short passes are, every entity has its turn.
 */
export class AudienceReconciler {
  /** The entity that was looked at last, of a pass that was cut short. */
  private after = '';

  constructor(
    private readonly deps: {
      knex: Knex;
      unitOfWork: UnitOfWork;
      resolver: AudienceResolver;
      keeper: AudienceKeeper;
      logger: LoggerService;
      /** Whose lists are compared. */
      states: readonly AudienceState[];
    },
  ) {}

  async reconcile(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const entityRefs = await this.nextEntities();
      for (const entityRef of entityRefs) {
        await this.reconcileEntity(entityRef, signal);
        // One that was cut short has its turn again.
        if (signal?.aborted) return;
        this.after = entityRef;
      }
      if (entityRefs.length < batchSize) {
        this.after = '';
        return;
      }
    }
  }

  private async reconcileEntity(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex, unitOfWork, resolver, logger, states } = this.deps;
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
      if (signal?.aborted) return;
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

  private async nextEntities(): Promise<string[]> {
    const { knex, states } = this.deps;
    const rows = await knex<SchemaChangeRow>('schema_changes')
      .whereIn('status', open)
      .whereIn('audience_state', states)
      .where('entity_ref', '>', this.after)
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .limit(batchSize);
    return rows.map(({ entity_ref }) => entity_ref);
  }
}
