import { END, LAST, Pattern, Ranges, START } from './Pattern';

/** More states than this are not built. */
const MOST_STATES = 4000;

/** A machine that reads a text, with its start and its end, and says whether a pattern is found in it. */
export class Automaton {
  private readonly silent: number[][] = [];
  private readonly steps: { ranges: Ranges; to: number }[][] = [];
  private final = 0;

  /** The machine of a pattern; undefined when it would be too large. */
  static of(pattern: Pattern): Automaton | undefined {
    const machine = new Automaton();
    const anything: Pattern = {
      kind: 'repeat',
      min: 0,
      max: Infinity,
      part: { kind: 'characters', ranges: [[0, END]] },
    };
    const searched: Pattern = {
      kind: 'sequence',
      parts: [anything, pattern, anything],
    };
    const from = machine.state();
    machine.final = machine.build(searched, from);
    return machine.steps.length > MOST_STATES ? undefined : machine;
  }

  /** The states it can be in before reading. */
  initial(): readonly number[] {
    return this.closed([0]);
  }

  /** The states it can be in after reading a character. */
  next(states: readonly number[], code: number): readonly number[] {
    const reached: number[] = [];
    for (const state of states) {
      for (const { ranges, to } of this.steps[state]) {
        if (ranges.some(([low, high]) => low <= code && code <= high)) {
          reached.push(to);
        }
      }
    }
    return this.closed(reached);
  }

  /** Whether the pattern was found. */
  accepts(states: readonly number[]): boolean {
    return states.includes(this.final);
  }

  /** Whether the pattern is found in a text, in time that grows with the text alone. */
  finds(text: string): boolean {
    let states = this.next(this.initial(), START);
    for (const character of text) {
      // Characters beyond the last code are alike to every pattern.
      states = this.next(states, Math.min(character.codePointAt(0)!, LAST));
    }
    return this.accepts(this.next(states, END));
  }

  /** Codes at which something changes: between two of them all characters are alike. */
  cuts(): number[] {
    return this.steps.flatMap(steps =>
      steps.flatMap(({ ranges }) =>
        ranges.flatMap(([low, high]) => [low, high + 1]),
      ),
    );
  }

  private closed(states: readonly number[]): readonly number[] {
    const seen = new Set(states);
    const left = [...states];
    for (let state = left.pop(); state !== undefined; state = left.pop()) {
      for (const to of this.silent[state]) {
        if (!seen.has(to)) {
          seen.add(to);
          left.push(to);
        }
      }
    }
    return [...seen].sort((a, b) => a - b);
  }

  private state(): number {
    this.silent.push([]);
    return this.steps.push([]) - 1;
  }

  /** Adds what reads a part from a state on; answers the state behind it. */
  private build(part: Pattern, from: number): number {
    if (this.steps.length > MOST_STATES) return from;
    switch (part.kind) {
      case 'characters': {
        const to = this.state();
        this.steps[from].push({ ranges: part.ranges, to });
        return to;
      }
      case 'sequence':
        return part.parts.reduce((at, one) => this.build(one, at), from);
      case 'choice': {
        const to = this.state();
        for (const option of part.options) {
          const own = this.state();
          this.silent[from].push(own);
          this.silent[this.build(option, own)].push(to);
        }
        return to;
      }
      default:
        return this.buildRepeat(part, from);
    }
  }

  private buildRepeat(
    { part, min, max }: Extract<Pattern, { kind: 'repeat' }>,
    from: number,
  ): number {
    let at = from;
    for (let copy = 0; copy < min; copy++) at = this.build(part, at);
    const to = this.state();
    if (max === Infinity) {
      const loop = this.state();
      this.silent[at].push(loop);
      this.silent[this.build(part, loop)].push(loop);
      this.silent[loop].push(to);
      return to;
    }
    for (let copy = min; copy < max; copy++) {
      this.silent[at].push(to);
      at = this.build(part, at);
    }
    this.silent[at].push(to);
    return to;
  }
}

/** One character for each group that some machines treat alike. */
export function alphabetOf(machines: readonly Automaton[]): number[] {
  const cuts = new Set([0, START, ...machines.flatMap(one => one.cuts())]);
  return [...cuts].filter(code => code <= LAST).sort((a, b) => a - b);
}
