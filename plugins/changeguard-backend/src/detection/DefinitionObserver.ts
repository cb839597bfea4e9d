import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { AuditLog } from '../database/AuditLog';
import {
  CompressedDefinition,
  DefinitionStore,
} from '../database/DefinitionStore';
import {
  ListedRevision,
  RevisionReadModel,
} from '../database/RevisionReadModel';
import { RevisionStore } from '../database/RevisionStore';
import { SchemaChangeStore } from '../database/SchemaChangeStore';
import { SchemaChangeRow } from '../database/tables';
import { Transaction, UnitOfWork } from '../database/UnitOfWork';
import { WatchStore } from '../database/WatchStore';
import { Ids } from '../ports/Ids';
import { JudgedComparison } from './Comparer';
import { comparisonColumns } from './comparisonColumns';
import { DetectedChangeWriter } from './DetectedChangeWriter';
import {
  Compared,
  ForerunnerComparer,
  Forerunners,
} from './ForerunnerComparer';
import { hashOf } from './hashOf';
import { SeenDefinition } from './SeenDefinition';

/** What came of it: `unchanged` stores nothing. */
export interface Observed {
  outcome: 'first' | 'unchanged' | 'new';
  revisionId: string;
}

/** What is known before comparing. */
interface Known extends Forerunners {
  latest: ListedRevision | undefined;
}

const attempts = 3;

/**
 * Takes in a definition: stores it when it is new, compares it with the one before and with the baseline, and makes or updates the
 * detected change. Comparing happens before the transaction; a rival that was quicker makes it start again.
 */
export class DefinitionObserver {
  constructor(
    private readonly deps: {
      knex: Knex;
      unitOfWork: UnitOfWork;
      forerunners: ForerunnerComparer;
      definitions: DefinitionStore;
      revisions: RevisionStore;
      revisionReads: RevisionReadModel;
      watch: WatchStore;
      changeStore: SchemaChangeStore;
      changes: DetectedChangeWriter;
      auditLog: AuditLog;
      ids: Ids;
      /** Told of every new revision. */
      news: { changed(): void };
    },
  ) {}

  /** @param claim - runs in the transaction that stores a revision of this hash, or finds that it is there, and may name an earlier one in its place. */
  async observe(
    seen: SeenDefinition,
    claim: (
      tx: Transaction,
      revisionId: string,
      hash: string,
    ) => Promise<string | null> = async () => null,
  ): Promise<Observed> {
    const { deps } = this;
    const hash = await hashOf(seen.text);
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const known = await this.known(seen.entityRef);
      if (known.latest?.hash === hash) {
        const { id } = known.latest;
        const earlier = await deps.unitOfWork.run(async tx => {
          await this.remember(tx, seen, hash);
          return claim(tx, id, hash);
        });
        return { outcome: 'unchanged', revisionId: earlier ?? id };
      }
      const compared = await deps.forerunners.compare(seen, hash, known);
      const definition = await deps.definitions.compress(hash, seen.text);
      const id = deps.ids.next();
      const written = await deps.unitOfWork.run(async tx => {
        await deps.watch.lock(tx, seen.entityRef);
        const latest = await deps.revisions.latestId(tx, seen.entityRef);
        const open = await deps.changeStore.lockOpenDetected(
          tx,
          seen.entityRef,
        );
        if (
          latest !== (known.latest?.id ?? null) ||
          open?.id !== known.open?.id
        ) {
          return null;
        }
        const earlier = await claim(tx, id, hash);
        if (earlier) return earlier;
        await this.write(tx, { id, seen, known, compared, definition, open });
        await this.remember(tx, seen, hash);
        return id;
      });
      if (written) {
        if (written === id) deps.news.changed();
        const outcome = known.latest ? 'new' : 'first';
        return {
          outcome: written === id ? outcome : 'unchanged',
          revisionId: written,
        };
      }
    }
    throw new ConflictError(
      `The definition of '${seen.entityRef}' changes faster than it can be compared; try again`,
    );
  }

  private async known(entityRef: string): Promise<Known> {
    const { knex, revisionReads, changeStore } = this.deps;
    const [latest, previous, open] = await Promise.all([
      revisionReads.latest(entityRef),
      revisionReads.baseline(entityRef),
      changeStore.findOpenDetected(knex, entityRef),
    ]);
    return {
      latest,
      previous,
      open: open && { id: open.id, baseId: open.base_revision_id! },
    };
  }

  private async write(
    tx: Transaction,
    {
      id,
      seen,
      known: { previous },
      compared: { withPrevious, withBase },
      definition,
      open,
    }: {
      id: string;
      seen: SeenDefinition;
      known: Known;
      compared: Compared;
      definition: CompressedDefinition;
      open: SchemaChangeRow | undefined;
    },
  ): Promise<void> {
    const { deps } = this;
    const changeId =
      withBase && previous
        ? await deps.changes.write(tx, {
            ...seen,
            revisionId: id,
            baseId: open?.base_revision_id ?? previous.id,
            comparison: withBase,
            open,
          })
        : null;
    await deps.definitions.insert(tx, definition);
    await deps.revisions.insert(tx, {
      id,
      entity_ref: seen.entityRef,
      format: seen.format,
      version: seen.version,
      hash: definition.hash,
      bytes: definition.bytes,
      source: seen.source,
      brought_by: seen.actor.ref,
      commit: seen.commit,
      url: seen.url,
      previous_id: previous?.id ?? null,
      readable: mayBeBaseline(withPrevious),
      change_id: changeId,
      ...comparisonColumns(withPrevious),
    });
    // What the sweep saw is nobody's act; the revision itself says where it comes from.
    if (seen.source === 'catalog') return;
    await deps.auditLog.record(tx, {
      action: 'revision.published',
      actor: seen.actor,
      origin: seen.origin,
      entityRef: seen.entityRef,
      after: {
        revision: id,
        hash: definition.hash,
        version: seen.version,
        commit: seen.commit,
        change: changeId,
      },
    });
  }

  private async remember(
    tx: Transaction,
    { entityRef, sight }: SeenDefinition,
    hash: string,
  ): Promise<void> {
    if (sight)
      await this.deps.watch.remember(tx, entityRef, { ...sight, hash });
  }
}

/**
 * What was compared, also in part, is what the next one is compared with. What could not be is not: a break in it would be part of the
 * baseline before anybody saw it. Where the base is to blame, there is nothing else to go on from.
 */
function mayBeBaseline(comparison: JudgedComparison | null): boolean {
  return (
    comparison?.outcome !== 'failed' || comparison.failure?.which === 'base'
  );
}
