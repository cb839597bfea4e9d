import { KnownKeys } from './KnownKeys';
import { Places, Ranges } from './Places';
import { remaindersText, Removal, removalText } from './removal';

/**
 * What is gone by right. With keys at hand only what was signed counts: else whoever can write to the database could take a content
 * away and append a record that says it was erased.
 *
 * @public
 */
export class Removals {
  private readonly genuine: Removal[] = [];

  constructor(private readonly keys: KnownKeys) {}

  add(removal: Removal): void {
    if (this.keys.isEmpty || this.isSigned(removal)) this.genuine.push(removal);
  }

  /** Erasures that say what they left. */
  get withRemainders(): readonly Removal[] {
    return this.genuine.filter(
      ({ action, remainders }) =>
        action === 'audit.erased' && remainders !== null,
    );
  }

  /**
   * Places where nothing is left. The signature of a removal's places holds for every record, so that of an erasure could be written down
   * again as a purge: beside the erasure, a purge counts only when it is signed to have left nothing, which holds for its record alone.
   */
  get purged(): Places {
    const taken = new Set(
      this.withRemainders.map(({ ranges }) => removalText(ranges)),
    );
    return new Places(
      this.genuine
        .filter(({ action }) => action === 'audit.purged')
        .filter(
          ({ ranges, remainders }) =>
            remainders !== null || !taken.has(removalText(ranges)),
        )
        .flatMap(({ ranges }) => ranges),
    );
  }

  /** The first place among `missing` that no removal explains; null when all are explained. */
  firstUnexplained(missing: Ranges): number | null {
    const gone = new Places(this.genuine.flatMap(({ ranges }) => ranges));
    for (const [from, to] of missing) {
      for (let seq = from; seq <= to; ) {
        const end = gone.endOf(seq);
        if (end === null) return seq;
        seq = end + 1;
      }
    }
    return null;
  }

  private isSigned(removal: Removal): boolean {
    const { ranges, signed, remainders } = removal;
    const isGenuine = (text: string, signature: typeof signed) =>
      signature !== null && this.keys.check(text, signature) === 'genuine';
    return (
      isGenuine(removalText(ranges), signed) &&
      (remainders === null ||
        isGenuine(remaindersText(removal, remainders), remainders.signed))
    );
  }
}
