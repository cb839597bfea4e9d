import {
  digestOf,
  KnownKeys,
  Places,
  Ranges,
  Removal,
  removalOf,
  Removals,
} from '@changeguard/audit-chain';
import { BadPlace, earliest } from './BadPlace';
import { ChainReader } from './ChainReader';
import { sealedContent } from './sealedContent';

/** A place whose content is gone. */
export interface GonePlace {
  seq: number;
  recordId: string;
  /** Of the columns that are there; null when there is no row. */
  remainder: Buffer | null;
}

/** What was read of a stretch of the chain. */
export interface Stretch {
  from: number;
  to: number;
  /** In order. */
  gone: readonly GonePlace[];
  missing: Ranges;
}

/**
 * Checks that what is gone was removed, and that what is left of it is what the removal left.
 *
 * Nothing locks the trail meanwhile, so the order of reading counts: what was gone when the stretch was read is in the removals that are
 * read after it; and what is asked for after these at places where they say that nothing is left must not be there.
 */
export class RemovalAuditor {
  constructor(private readonly deps: { chain: ChainReader; keys: KnownKeys }) {}

  /** Also answers how many erased records are left without anything that says how they were left. */
  async check(
    stretch: Stretch,
  ): Promise<{ bad: BadPlace | null; notProved: number }> {
    const removals = await this.removals(stretch);
    const unexplained = removals.firstUnexplained(stretch.missing);
    const { purged } = removals;
    const { bad, notProved } = await this.remainders(removals, {
      ...stretch,
      gone: stretch.gone.filter(({ seq }) => !purged.has(seq)),
    });
    return {
      bad: earliest(
        unexplained === null
          ? null
          : { seq: unexplained, recordId: null, reason: 'content-missing' },
        bad,
        await this.afterPurge(purged.within(stretch.from, stretch.to)),
      ),
      notProved,
    };
  }

  /** Those that reach into a stretch, and whose records are as they were sealed; one that is not sealed yet has its signature only. */
  private async removals({ from, to }: Stretch): Promise<Removals> {
    const removals = new Removals(this.deps.keys);
    for (const { digest, ...record } of await this.deps.chain.removals()) {
      const content = sealedContent(record);
      if (!content || (digest && !digestOf(content).equals(digest))) continue;
      const removal = removalOf(content.bytes);
      const reaches = removal?.ranges.some(
        ([first, last]) => first <= to && last >= from,
      );
      if (removal && reaches) removals.add(removal);
    }
    return removals;
  }

  private async remainders(
    removals: Removals,
    stretch: Stretch,
  ): Promise<{ bad: BadPlace | null; notProved: number }> {
    const proofs = await this.proofs(removals, stretch);
    let notProved = 0;
    for (const { seq, recordId, remainder } of stretch.gone) {
      const proof = proofs.get(seq);
      if (!remainder) {
        return { bad: { seq, recordId, reason: 'record-missing' }, notProved };
      }
      if (proof === undefined) notProved++;
      else if (!proof?.equals(remainder)) {
        const reason = 'altered-remainder';
        return { bad: { seq, recordId, reason }, notProved };
      }
    }
    return { bad: null, notProved };
  }

  /**
   * What each place must have, where a removal says so; null where what it left was not kept as it says, and where two say so, since
   * nothing is erased twice.
   */
  private async proofs(
    removals: Removals,
    { from, to, gone }: Stretch,
  ): Promise<Map<number, Buffer | null>> {
    const isGone = new Set(gone.map(({ seq }) => seq));
    const reaching = removals.withRemainders
      .map(removal => ({
        removal,
        places: placesWithin(removal, from, to).filter(seq => isGone.has(seq)),
      }))
      .filter(({ places }) => places.length > 0);
    const kept = await this.deps.chain.remainders(
      reaching.map(({ removal }) => removal.id),
      from,
      to,
    );
    const proofs = new Map<number, Buffer | null>();
    for (const { removal, places } of reaching) {
      const left = kept.get(removal.id);
      const isWhole =
        left?.summary.count === removal.remainders?.count &&
        left?.summary.digest === removal.remainders?.digest;
      for (const seq of places) {
        const isProved = isWhole && !proofs.has(seq);
        proofs.set(seq, isProved ? left?.digests.get(seq) ?? null : null);
      }
    }
    return proofs;
  }

  private async afterPurge(purged: Ranges): Promise<BadPlace | null> {
    const found = purged.length
      ? await this.deps.chain.firstRecordAt(purged)
      : null;
    return found && { ...found, reason: 'record-after-purge' };
  }
}

/** Where a removal took something from–to, one by one. */
function placesWithin({ ranges }: Removal, from: number, to: number): number[] {
  return new Places(ranges)
    .within(from, to)
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
}
