import { Nearest } from './Nearest';
import { Reason } from './Reason';
import { Found, Reasons } from './Reasons';
import { below, Site, whole } from './Site';

/** A reason at one of its places. */
export interface PlacedReason extends Reason, Site {}

/** More steps on the ways to all places than this are not taken. */
const MOST_STEPS = 400_000;

/**
 * Every reason at every place it shows at, so that what is told of one place does not depend on the others; where there are too
 * many, each at the first of its places.
 */
export function placedReasons(reasons: Reasons, most: number): PlacedReason[] {
  const everyWay = walk(reasons, most, true);
  return everyWay.isWhole ? everyWay.placed : walk(reasons, most, false).placed;
}

function walk(
  reasons: Reasons,
  most: number,
  everyWay: boolean,
): { placed: PlacedReason[]; isWhole: boolean } {
  const placed = new Map<string, PlacedReason>();
  const met = new Set<Reasons>();
  const left: { next: Found | (() => void); at: Site }[] = [
    { next: reasons, at: whole },
  ];
  for (let steps = 0; left.length > 0; steps++) {
    const { next, at } = left.pop()!;
    if (typeof next === 'function') {
      next();
    } else if (next instanceof Reasons) {
      if (next.areNone || met.has(next)) continue;
      met.add(next);
      if (everyWay) left.push({ next: () => met.delete(next), at });
      for (const one of [...next.all].reverse()) left.push({ next: one, at });
    } else if (next instanceof Nearest) {
      left.push({ next: next.told, at });
    } else if ('step' in next) {
      if (next.reasons.areNone) continue;
      left.push({ next: next.reasons, at: below(at, ...next.step) });
    } else {
      const { kind, identity, from, to } = next;
      const key = [kind, at.place, identity, from, to].join('\n');
      if (!placed.has(key)) placed.set(key, { ...next, ...at });
    }
    if (placed.size >= most || (everyWay && steps > MOST_STEPS)) {
      return { placed: [...placed.values()], isWhole: false };
    }
  }
  return { placed: [...placed.values()], isWhole: true };
}
