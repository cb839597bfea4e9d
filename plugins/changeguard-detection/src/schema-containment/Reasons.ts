import { Reason } from './Reason';

/** A reason, or those of a part. */
export type Found = Reason | Reasons;

/**
 * Why values of one schema may not be valid in another: reasons of its own, and those of its parts. A part that many share is held by
 * all of them and written out by none, so that what is kept grows with the schemas and not with the ways through them.
 */
export class Reasons {
  static readonly none = new Reasons([]);

  private constructor(private readonly found: readonly Found[]) {}

  static of(found: readonly Found[]): Reasons {
    const left = found.filter(one => !(one instanceof Reasons && one.areNone));
    return left.length === 0 ? Reasons.none : new Reasons(left);
  }

  get areNone(): boolean {
    return this.found.length === 0;
  }

  /** Each of them once, in the order they were found, up to a number. */
  first(most: number): Reason[] {
    const reasons = new Map<string, Reason>();
    const seen = new Set<Reasons>();
    const left: Found[] = [this];
    while (left.length > 0 && reasons.size < most) {
      const next = left.pop()!;
      if (!(next instanceof Reasons)) {
        const { kind, identity, from, to } = next;
        const key = [kind, identity, from, to].join('\n');
        if (!reasons.has(key)) reasons.set(key, next);
      } else if (!seen.has(next)) {
        seen.add(next);
        for (let at = next.found.length - 1; at >= 0; at--) {
          left.push(next.found[at]);
        }
      }
    }
    return [...reasons.values()];
  }
}
