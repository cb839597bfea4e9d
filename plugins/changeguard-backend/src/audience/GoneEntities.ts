import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EventWriter } from '../database/EventWriter';
import { lockChange } from '../database/operations/lockChange';
import { SchemaChangeRow } from '../database/tables';
import { UnitOfWork } from '../database/UnitOfWork';
import { CatalogPort } from '../ports/CatalogPort';
import { audienceActor, noOrigin } from './systemActor';

const batchSize = 500;

/** Labels changes whose entity is no longer in the catalog, and takes the label off when it is back. */
export class GoneEntities {
  constructor(
    private readonly deps: {
      knex: Knex;
      unitOfWork: UnitOfWork;
      catalog: CatalogPort;
      events: EventWriter;
      logger: LoggerService;
    },
  ) {}

  async label(signal?: AbortSignal): Promise<void> {
    const { catalog, logger } = this.deps;
    for (let after = ''; !signal?.aborted; ) {
      const refs = await this.nextEntities(after);
      if (refs.length === 0) return;
      const entities = await catalog.getEntities(refs);
      const gone = refs.filter((_, index) => entities[index] === null);
      const there = refs.filter((_, index) => entities[index] !== null);
      if (there.length === 0 && refs.length > 1) {
        // A catalog that knows none of many is more likely empty at start than emptied.
        logger.warn(
          `The catalog knows none of ${refs.length} entities with changes; they are not labelled as gone`,
        );
      } else {
        await this.setGone(gone, true);
      }
      await this.setGone(there, false);
      after = refs[refs.length - 1];
    }
  }

  private async setGone(refs: readonly string[], gone: boolean) {
    const { knex, unitOfWork } = this.deps;
    const query = knex<SchemaChangeRow>('schema_changes')
      .whereRaw('entity_ref = any(?::text[])', [[...refs]])
      .select('id');
    if (gone) query.whereNull('entity_gone_at');
    else query.whereNotNull('entity_gone_at');
    for (const { id } of await query) {
      await unitOfWork.run(tx => this.setChangeGone(tx, id, gone));
    }
  }

  private async setChangeGone(tx: Knex.Transaction, id: string, gone: boolean) {
    const locked = await lockChange(tx, id);
    if (!locked || (locked.change.entity_gone_at !== null) === gone) return;
    const [change] = await tx<SchemaChangeRow>('schema_changes')
      .where({ id })
      .update({ entity_gone_at: gone ? tx.fn.now() : null })
      .returning('*');
    await this.deps.events.write(tx, {
      type: 'schema-change.updated',
      actor: audienceActor,
      origin: noOrigin,
      change,
      ownerRefs: locked.ownerRefs,
      data: {
        before: { entityGone: !gone },
        after: { entityGone: gone },
        reason: null,
      },
    });
  }

  private async nextEntities(after: string): Promise<string[]> {
    const rows = await this.deps
      .knex<SchemaChangeRow>('schema_changes')
      .where('entity_ref', '>', after)
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .limit(batchSize);
    return rows.map(({ entity_ref }) => entity_ref);
  }
}
