import { Reason } from './Reason';
import { Site, whole } from './Site';

/** Reasons of a part, and how its place is told from that of what it is a part of. */
export interface Part {
  reasons: Reasons;
  placeIn: (around: Site) => Site;
  /** Whether it is told only if nothing else led there before. */
  isLeftOver?: boolean;
}

/** A reason, others at the same place, or those of a part. */
export type Found = Reason | Reasons | Part;

/** A reason at one of its places. */
export interface PlacedReason extends Reason, Site {}

/** More steps on the ways to all places than this are not taken. */
const MOST_STEPS = 400_000;

/**
 * Why values of one schema may not be valid in another: reasons of its own, and those of its parts. Nothing is known of them until
 * they are found; so long as that takes, there are none. A part that many share is held by all of them and written out by
 * none, so that what is kept grows with the schemas and not with the ways through them.
 */
export class Reasons {
  static readonly none = new Reasons();

  private found: readonly Found[] | undefined;
  private isSome = false;

  static of(found: readonly Found[]): Reasons {
    const reasons = new Reasons();
    reasons.become(found);
    return reasons;
  }

  get areNone(): boolean {
    return !this.isSome;
  }

  /** Says what they are, once that is known. A part that is not, such as one that this is a part of itself, is kept in mind. */
  become(found: readonly Found[]): void {
    const held = found.map(one => ({ one, reasons: reasonsIn(one) }));
    this.isSome = held.some(({ reasons }) => !reasons || reasons.isSome);
    this.found = held
      .filter(({ reasons }) => !reasons || reasons.isSome || !reasons.found)
      .map(({ one }) => one);
  }

  /**
   * Every reason at every place it shows at, so that what is told of one place does not depend on the others; where there are too many,
   * each at the first of its places.
   */
  placed(most: number): PlacedReason[] {
    return this.walk(most, true) ?? this.first(most);
  }

  /** Each reason once, in the order they were found, up to a number. */
  first(most: number): PlacedReason[] {
    return this.walk(most, false) ?? [];
  }

  private walk(most: number, everyWay: boolean): PlacedReason[] | undefined {
    const placed = new Map<string, PlacedReason>();
    const met = new Set<Reasons>();
    const everMet = new Set<Reasons>();
    const left: { next: Found | (() => void); at: Site }[] = [
      { next: this, at: whole },
    ];
    for (let steps = 0; left.length > 0; steps++) {
      const { next, at } = left.pop()!;
      if (typeof next === 'function') {
        next();
      } else if (next instanceof Reasons) {
        if (next.areNone || met.has(next)) continue;
        met.add(next);
        everMet.add(next);
        if (everyWay) left.push({ next: () => met.delete(next), at });
        for (const one of [...(next.found ?? [])].reverse()) {
          left.push({ next: one, at });
        }
      } else if ('placeIn' in next) {
        if (next.isLeftOver && everMet.has(next.reasons)) continue;
        left.push({ next: next.reasons, at: next.placeIn(at) });
      } else {
        const { kind, identity, from, to } = next;
        const key = [kind, at.place, identity, from, to].join('\n');
        if (!placed.has(key)) placed.set(key, { ...next, ...at });
      }
      if (everyWay && steps > MOST_STEPS) return undefined;
      if (placed.size >= most) {
        return everyWay ? undefined : [...placed.values()];
      }
    }
    return [...placed.values()];
  }
}

function reasonsIn(found: Found): Reasons | undefined {
  if (found instanceof Reasons) return found;
  return 'placeIn' in found ? found.reasons : undefined;
}
