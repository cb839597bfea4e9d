/**
 * What came of one story, counted: `in-app announced → user:default/bob` once, and so on. Two stories that were told alike have
 * the same effects, whatever befell the portal meanwhile.
 */
export type Effects = ReadonlyMap<string, number>;

/** An effect that is there too rarely or too often. */
export interface Deviation {
  story: string;
  effect: string;
  expected: number;
  found: number;
}

/** Where the effects of a story differ from those expected. */
export function deviationsOf(
  story: string,
  expected: Effects,
  found: Effects,
): Deviation[] {
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names]
    .map(effect => ({
      story,
      effect,
      expected: expected.get(effect) ?? 0,
      found: found.get(effect) ?? 0,
    }))
    .filter(one => one.expected !== one.found);
}

/** Counts effects up. */
export class EffectCounts {
  readonly #perStory = new Map<string, Map<string, number>>();

  add(story: string, effect: string, times = 1): void {
    const mine = this.#perStory.get(story) ?? new Map<string, number>();
    this.#perStory.set(story, mine);
    mine.set(effect, (mine.get(effect) ?? 0) + times);
  }

  of(story: string): Effects {
    return this.#perStory.get(story) ?? new Map();
  }

  stories(): string[] {
    return [...this.#perStory.keys()];
  }
}
