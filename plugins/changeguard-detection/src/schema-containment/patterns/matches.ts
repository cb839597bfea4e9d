import { Automaton } from './Automaton';
import { parsePattern } from './parsePattern';

/** A repeated group, or several repetitions, may be tried in more ways than there is time for. */
const REPEATED_GROUP = /\)[*+{?]/;
const REPETITION = /[*+]|\{\d*,\d*\}/g;
const MOST_REPETITIONS = 2;

/** Longer texts are not given to expressions that go back. */
const LONGEST = 10_000;

/**
 * Whether a text matches; a pattern that is no regular expression matches nothing. One that could take for ever is read by a
 * machine that never goes back, and matches nothing where there is none, as for look-arounds within repeated groups.
 */
export function matches(pattern: string, text: string): boolean {
  const repetitions = pattern.match(REPETITION)?.length ?? 0;
  const isTame =
    !REPEATED_GROUP.test(pattern) &&
    repetitions <= MOST_REPETITIONS &&
    text.length <= LONGEST;
  if (isTame) return expressionOf(pattern)?.test(text) ?? false;
  const parsed = expressionOf(pattern) && parsePattern(pattern);
  const machine = parsed && Automaton.of(parsed);
  return machine?.finds(text) ?? false;
}

function expressionOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Without `u` more is an expression.
    }
  }
  return undefined;
}
