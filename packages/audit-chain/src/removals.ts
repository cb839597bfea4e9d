import { Signature } from './Ed25519Signer';
import { KnownKeys } from './KnownKeys';

/** Actions of the records that say whose content is gone: a person's, or what is past its retention. @public */
export const removalActions = ['audit.erased', 'audit.purged'] as const;

/** What a record of a removal says in its `after`. @public */
export interface Removal {
  /** Places whose content is gone, from–to. */
  ranges: readonly (readonly [from: number, to: number])[];
  /** Null when no key was configured. */
  signed: Signature | null;
}

/** The text that is signed of a removal, so that nobody with the database alone can make one. @public */
export function removalText(ranges: Removal['ranges']): string {
  return [
    'changeguard-audit-removal/1',
    ranges.map(([from, to]) => `${from}-${to}`).join(','),
  ].join('\n');
}

function isRange(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(end => Number.isSafeInteger(end)) &&
    value[0] <= value[1]
  );
}

/** Whether a record's canonical bytes may be those of a removal: cheap, since few are, and every record is asked. */
const mark = Buffer.from('"action" : "audit.');

/** What a record says is gone; null when it is no removal. @public */
export function removalOf(bytes: Buffer): Removal | null {
  if (!bytes.includes(mark)) return null;
  const { action, outcome, after } = JSON.parse(bytes.toString());
  if (!removalActions.includes(action) || outcome !== 'success') return null;
  const ranges = after?.ranges;
  if (!Array.isArray(ranges) || !ranges.every(isRange)) return null;
  const { keyId, signature } = after;
  return {
    ranges,
    signed:
      typeof keyId === 'string' && typeof signature === 'string'
        ? { keyId, signature }
        : null,
  };
}

/**
 * What is gone by right. With keys at hand only what was signed counts: else whoever can write to the database could take a content
 * away and append a record that says it was erased.
 *
 * @public
 */
export class Removals {
  private readonly ranges: (readonly [number, number])[] = [];

  constructor(private readonly keys: KnownKeys) {}

  add({ ranges, signed }: Removal): void {
    if (!this.keys.isEmpty) {
      if (!signed) return;
      if (this.keys.check(removalText(ranges), signed) !== 'genuine') return;
    }
    this.ranges.push(...ranges);
  }

  /** The first place among `missing` that no removal explains; null when all are explained. */
  firstUnexplained(
    missing: readonly (readonly [number, number])[],
  ): number | null {
    const sorted = [...this.ranges].sort(([a], [b]) => a - b);
    let next = 0;
    let covered = 0;
    for (const [from, to] of missing) {
      for (let seq = from; seq <= to; ) {
        while (next < sorted.length && sorted[next][0] <= seq) {
          covered = Math.max(covered, sorted[next][1]);
          next++;
        }
        if (covered < seq) return seq;
        seq = covered + 1;
      }
    }
    return null;
  }
}
