import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  Actor,
  RevisionSource,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { AuditLog } from '../database/AuditLog';
import {
  CompressedDefinition,
  DefinitionStore,
} from '../database/DefinitionStore';
import { RequestOrigin } from '../database/EventWriter';
import {
  ListedRevision,
  RevisionReadModel,
} from '../database/RevisionReadModel';
import { RevisionStore } from '../database/RevisionStore';
import { SchemaChangeStore } from '../database/SchemaChangeStore';
import { SchemaChangeRow } from '../database/tables';
import { Transaction, UnitOfWork } from '../database/UnitOfWork';
import { Sight, WatchStore } from '../database/WatchStore';
import { Ids } from '../ports/Ids';
import { Comparer, JudgedComparison } from './Comparer';
import { comparisonColumns } from './comparisonColumns';
import { DetectedChangeWriter } from './DetectedChangeWriter';
import { emptyComparison } from './emptyComparison';
import { failedComparison } from './failedComparison';
import { hashOf } from './hashOf';

/** A definition that was brought: from the catalog, or by a pipeline. */
export interface SeenDefinition {
  entityRef: string;
  ownerRefs: string[];
  format: string;
  text: Uint8Array;
  levels: RuleLevels;
  source: RevisionSource;
  actor: Actor;
  origin: RequestOrigin;
  version: string | null;
  commit: string | null;
  url: string | null;
  /** What to remember of the catalog, when that is where it comes from. */
  sight: Omit<Sight, 'hash'> | null;
}

/** What came of it: `unchanged` stores nothing. */
export interface Observed {
  outcome: 'first' | 'unchanged' | 'new';
  revisionId: string;
}

/** What is known before comparing. */
interface Known {
  latest: ListedRevision | undefined;
  /** What a new one is compared with. */
  previous: ListedRevision | undefined;
  /** The open detected change, and the revision from before it: while it is open, the baseline is frozen. */
  open: { id: string; baseId: string } | undefined;
}

interface Compared {
  withPrevious: JudgedComparison | null;
  withBase: JudgedComparison | null;
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
      comparer: Comparer;
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

  /** @param claim - runs in the transaction that stores a revision, or finds that it is there, and may name an earlier one in its place. */
  async observe(
    seen: SeenDefinition,
    claim: (
      tx: Transaction,
      revisionId: string,
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
          return claim(tx, id);
        });
        return { outcome: 'unchanged', revisionId: earlier ?? id };
      }
      const compared = await this.compare(seen, hash, known);
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
        const earlier = await claim(tx, id);
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

  private async compare(
    seen: SeenDefinition,
    hash: string,
    { previous, open }: Known,
  ): Promise<Compared> {
    if (!previous) {
      return { withPrevious: await this.unreadable(seen), withBase: null };
    }
    const withPrevious = await this.against(previous, seen, hash);
    if (!open || open.baseId === previous.id) {
      return { withPrevious, withBase: withPrevious };
    }
    const base = await this.deps.revisionReads.find(open.baseId);
    return {
      withPrevious,
      withBase: base ? await this.against(base, seen, hash) : withPrevious,
    };
  }

  private async against(
    base: ListedRevision,
    seen: SeenDefinition,
    hash: string,
  ): Promise<JudgedComparison> {
    if (base.format !== seen.format) {
      return failedComparison(
        'unsupported',
        `The format changed from ${base.format} to ${seen.format}; the two cannot be compared.`,
      );
    }
    if (base.hash === hash) return emptyComparison;
    const text = await this.deps.definitions.read(base.hash);
    if (!text) {
      return failedComparison(
        'unsupported',
        'The text of the revision before is no longer kept.',
        { which: 'base' },
      );
    }
    return this.compareWith(text, seen);
  }

  /** Why what there is nothing to compare with cannot be a baseline: it cannot even be compared with itself. */
  private async unreadable(
    seen: SeenDefinition,
  ): Promise<JudgedComparison | null> {
    const { outcome, failure } = await this.compareWith(seen.text, seen);
    if (outcome !== 'failed' || !failure) return null;
    const { reason, message, which, line } = failure;
    return failedComparison(reason, message, {
      which: which && 'revision',
      line,
    });
  }

  private async compareWith(
    base: Uint8Array,
    seen: SeenDefinition,
  ): Promise<JudgedComparison> {
    const comparison = await this.deps.comparer.compare({
      format: seen.format,
      base,
      revision: seen.text,
      levels: seen.levels,
    });
    // That nobody had time for it says nothing about the definition, and is not to be stored.
    if (comparison.failure?.reason === 'busy') {
      throw new ServiceUnavailableError(comparison.failure.message);
    }
    return comparison;
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
