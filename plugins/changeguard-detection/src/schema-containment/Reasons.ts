import type { Nearest } from './Nearest';
import { Reason } from './Reason';
import { Step } from './Site';

/** Reasons of a part, and what leads to it from what it is a part of. */
export interface Part {
  reasons: Reasons;
  step: readonly [Step, string];
}

/** A reason, others at the same place, those of a part, or those of the nearest of several ways that all fail. */
export type Found = Reason | Reasons | Part | Nearest;

/**
 * Why values of one schema may not be valid in another: reasons of its own, and those of its parts. Nothing is known of them until
 * they are found; so long as that takes, there are none, and whoever holds them is told when there are some. That cannot
 * be taken back. A part that many share is held by all of them and written out by none, so that what is kept grows with the
 * schemas and not with the ways through them.
 */
export class Reasons {
  static readonly none = Reasons.of([]);

  private found: readonly Found[] | undefined;
  private isSome = false;
  /** Who is to be told when there are some. */
  private holders: (Reasons | (() => void))[] = [];

  static of(found: readonly Found[]): Reasons {
    const reasons = new Reasons();
    reasons.become(found);
    return reasons;
  }

  get areNone(): boolean {
    return !this.isSome;
  }

  /** What they are, so far as it is known. */
  get all(): readonly Found[] {
    return this.found ?? [];
  }

  /** Says what they are, once that is known; of their parts it may not be yet. Only what can never have any is left out. */
  become(found: readonly Found[]): void {
    this.found = found.filter(one => reasonsIn(one)?.found?.length !== 0);
    const held = this.found.map(reasonsIn);
    if (held.some(reasons => !reasons || reasons.isSome)) {
      this.beSome();
    } else {
      for (const reasons of held) reasons?.holders.push(this);
    }
  }

  /** Calls once there are some. */
  whenSome(call: () => void): void {
    if (this.isSome) call();
    else this.holders.push(call);
  }

  /** Goes up step by step: schemas lead deeper than any stack. */
  private beSome(): void {
    const left: Reasons[] = [this];
    for (let next = left.pop(); next; next = left.pop()) {
      const { holders, isSome } = next;
      if (isSome) continue;
      next.isSome = true;
      next.holders = [];
      for (const holder of holders) {
        if (holder instanceof Reasons) left.push(holder);
        else holder();
      }
    }
  }

  /** Each once, in order, up to a number; what is told of several ways is not looked into. */
  first(most: number): (Reason | Nearest)[] {
    const found = new Set<Reason | Nearest>();
    const met = new Set<Reasons>();
    const left: Found[] = [this];
    while (left.length > 0 && found.size < most) {
      const next = left.pop()!;
      if (next instanceof Reasons) {
        if (next.areNone || met.has(next)) continue;
        met.add(next);
        for (const one of [...next.all].reverse()) left.push(one);
      } else if ('step' in next) {
        left.push(next.reasons);
      } else {
        found.add(next);
      }
    }
    return [...found];
  }
}

function reasonsIn(found: Found): Reasons | undefined {
  if (found instanceof Reasons) return found;
  return 'step' in found ? found.reasons : undefined;
}
