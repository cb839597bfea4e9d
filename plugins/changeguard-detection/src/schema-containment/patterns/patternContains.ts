import { alphabetOf, Automaton } from './Automaton';
import { END, LAST, Pattern, START } from './Pattern';
import { parsePattern } from './parsePattern';

/** More situations than this are not looked at. */
const MOST_SITUATIONS = 20_000;

/** Lengths up to this are counted; longer ones are taken as any length. */
const LONGEST = 100;

/** What is known about some texts. */
export interface Texts {
  /** Patterns that are found in all of them, and in none of them. */
  patterns: Iterable<string>;
  notPatterns: Iterable<string>;
  min: number;
  max: number;
}

interface Condition {
  machine: Automaton;
  /** Whether the machine has to accept, or must not. */
  wanted: boolean;
}

/** All texts. */
export const anyText: Texts = {
  patterns: [],
  notPatterns: [],
  min: 0,
  max: Infinity,
};

/**
 * Whether a pattern is found in every one of some texts. Undefined when that is not known: look-arounds and back-references are
 * beyond it, as is what takes too many steps.
 */
export function patternContains(
  texts: Texts,
  asked: string,
): boolean | undefined {
  if ([...texts.patterns].includes(asked)) return true;
  return isEmpty(texts, [{ pattern: parsePattern(asked), wanted: false }]);
}

/** Whether a pattern is found in none of some texts. */
export function patternMisses(
  texts: Texts,
  asked: string,
): boolean | undefined {
  if ([...texts.notPatterns].includes(asked)) return true;
  return isEmpty(texts, [{ pattern: parsePattern(asked), wanted: true }]);
}

/** Whether all of some texts are within lengths, by what their patterns say. */
export function lengthContains(
  texts: Texts,
  min: number,
  max: number,
): boolean | undefined {
  if (max > LONGEST && max !== Infinity) return undefined;
  return isEmpty(texts, [{ pattern: lengthPattern(min, max), wanted: false }]);
}

function isEmpty(
  texts: Texts,
  asked: { pattern: Pattern | undefined; wanted: boolean }[],
): boolean | undefined {
  const described = [
    ...asked,
    ...[...texts.patterns].map(one => ({
      pattern: parsePattern(one),
      wanted: true,
    })),
    ...[...texts.notPatterns].map(one => ({
      pattern: parsePattern(one),
      wanted: false,
    })),
  ];
  if (texts.min > 0 || texts.max !== Infinity) {
    const pattern = lengthPattern(texts.min, texts.max);
    described.push({ pattern, wanted: true });
  }
  const conditions: Condition[] = [];
  for (const { pattern, wanted } of described) {
    const machine = pattern && Automaton.of(pattern);
    if (!machine) return undefined;
    conditions.push({ machine, wanted });
  }
  const exact = texts.max === Infinity || texts.max <= LONGEST;
  const empty = search(conditions);
  return empty === false && !exact ? undefined : empty;
}

function lengthPattern(min: number, max: number): Pattern {
  const one = (from: number, to: number): Pattern => ({
    kind: 'characters',
    ranges: [[from, to]],
  });
  const most = max <= LONGEST ? max : Infinity;
  const least = Math.min(min, LONGEST);
  return {
    kind: 'sequence',
    parts: [
      one(START, START),
      { kind: 'repeat', part: one(0, LAST), min: least, max: most },
      one(END, END),
    ],
  };
}

/** Looks for a text for which all conditions hold; `true`: there is none. */
function search(conditions: readonly Condition[]): boolean | undefined {
  const machines = conditions.map(({ machine }) => machine);
  const alphabet = alphabetOf(machines);
  const seen = new Set<string>();
  const left = [machines.map(one => one.next(one.initial(), START))];
  for (let now = left.pop(); now; now = left.pop()) {
    const key = now.map(states => states.join(',')).join(';');
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MOST_SITUATIONS) return undefined;
    const states = now;
    const all = conditions.every(({ machine, wanted }, index) => {
      const ended = machine.next(states[index], END);
      return machine.accepts(ended) === wanted;
    });
    if (all) return false;
    for (const code of alphabet) {
      left.push(machines.map((one, index) => one.next(states[index], code)));
    }
  }
  return true;
}
