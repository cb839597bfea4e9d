import { ServiceUnavailableError } from '@backstage/errors';
import { DefinitionStore } from '../database/DefinitionStore';
import {
  ListedRevision,
  RevisionReadModel,
} from '../database/RevisionReadModel';
import { Comparer, JudgedComparison } from './Comparer';
import { compareWithItself } from './compareWithItself';
import { emptyComparison } from './emptyComparison';
import { failedComparison } from './failedComparison';
import { SeenDefinition } from './SeenDefinition';

/** What came before a definition. */
export interface Forerunners {
  /** What a new one is compared with. */
  previous: ListedRevision | undefined;
  /** The open detected change, and the revision from before it: while it is open, the baseline is frozen. */
  open: { id: string; baseId: string } | undefined;
}

/** How a definition differs from each of them; null where there is nothing that it could differ from. */
export interface Compared {
  /** Of a first one, why it cannot be compared at all. */
  withPrevious: JudgedComparison | null;
  withBase: JudgedComparison | null;
}

/** Compares a definition with the one before it, and with that from before the open change, which is mostly the same. */
export class ForerunnerComparer {
  constructor(
    private readonly deps: {
      comparer: Comparer;
      definitions: DefinitionStore;
      revisionReads: RevisionReadModel;
    },
  ) {}

  async compare(
    seen: SeenDefinition,
    hash: string,
    { previous, open }: Forerunners,
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
    const { comparer } = this.deps;
    return notBusy(await comparer.compare({ base: text, ...requestOf(seen) }));
  }

  /** Why what there is nothing to compare with cannot be a baseline: it cannot even be compared with itself. */
  private async unreadable(
    seen: SeenDefinition,
  ): Promise<JudgedComparison | null> {
    const comparison = notBusy(
      await compareWithItself(this.deps.comparer, requestOf(seen)),
    );
    return comparison.outcome === 'failed' ? comparison : null;
  }
}

/** What is seen is stored afterwards, and compared twice while a change is open. */
function requestOf({ format, text, levels }: SeenDefinition) {
  return { format, revision: text, keepsRevision: true, levels };
}

/** That nobody had time for it says nothing about the definition, and is not to be stored. */
function notBusy(comparison: JudgedComparison): JudgedComparison {
  if (comparison.failure?.reason === 'busy') {
    throw new ServiceUnavailableError(comparison.failure.message);
  }
  return comparison;
}
