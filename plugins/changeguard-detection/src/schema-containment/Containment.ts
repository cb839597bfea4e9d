import { admits, shapeAdmits } from './admits';
import { compareShapes } from './compareShapes';
import { Expander, TooManyAlternatives } from './expand';
import { finiteValues } from './finiteValues';
import { Habitation } from './Habitation';
import { placeOf } from './placeOf';
import { Reason, ReasonKind } from './Reason';
import { followed } from './followed';
import { Conjunction, keyOf } from './SchemaNode';
import { Shape } from './Shape';
import { splitShape } from './splitShape';

/** More reasons than this say nothing new about one place. */
const REASONS = 200;

/** Two conjunctions at one place of a value, which reasons are about. */
export interface Question {
  from: Conjunction;
  to: Conjunction;
  path: string;
}

/** After so many alternatives tried, the rest is undecidable: seconds, not hours. */
const MOST_STEPS = 200_000;

/** Deeper than this, questions that all have to be answered wait their turn instead of being asked inside each other. */
const DEEPEST = 40;

/**
 * Answers whether every value of one schema is valid in another, with the reasons why not. Each pair of schemas is compared
 * once, also when they refer to themselves: while a pair is being compared it is taken to hold, and what was concluded from
 * that is forgotten when it turns out not to.
 */
export class Containment {
  readonly expander = new Expander();
  readonly habitation = new Habitation(this.expander);
  private readonly known = new Map<string, readonly Reason[]>();
  /** Pairs being compared, by the number of pairs that were finished when they began. */
  private readonly open = new Map<string, number>();
  /** Open pairs that something was concluded from. */
  private readonly assumed = new Set<string>();
  private readonly finished: string[] = [];
  private readonly waiting: Question[] = [];
  /** Whether alternatives are being tried, whose answers are needed at once. */
  private trying = 0;
  private steps = 0;
  /** How many pairs were compared. */
  pairs = 0;
  /** Pairs beyond it are undecidable. */
  private limit = Infinity;

  /** Whether it is proven, by looking at so many further pairs at most, that every value of `from` is valid in `to`. */
  holds(from: Conjunction, to: Conjunction, most: number): boolean {
    this.limit = this.pairs + most;
    return this.explain(from, to).length === 0;
  }

  /** Why values of `from` may not be valid in `to`; nothing when all of them are. */
  explain(from: Conjunction, to: Conjunction): readonly Reason[] {
    const found = [...this.reasons(from, to, '')];
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      found.push(...this.answer(next));
    }
    return unique(found);
  }

  /** Reasons at one place of a value, on the way to explaining the whole. */
  reasons(from: Conjunction, to: Conjunction, path: string): readonly Reason[] {
    if (to.length === 0) return [];
    const question = { from: from.map(followed), to: to.map(followed), path };
    const key = keyOfQuestion(question);
    if (this.open.has(key)) this.assumed.add(key);
    const known = this.known.get(key);
    if (known) return known;
    if (this.open.size > DEEPEST && this.trying === 0) {
      this.known.set(key, []);
      this.waiting.push(question);
      return [];
    }
    return this.answer(question);
  }

  /** The same where alternatives are tried. */
  isContained(from: Conjunction, to: Conjunction): boolean {
    return this.try(() => this.reasons(from, to, '')).length === 0;
  }

  private answer(question: Question): readonly Reason[] {
    if (this.pairs >= this.limit) {
      return [this.reason(question, 'undecidable', 'too many parts')];
    }
    const key = keyOfQuestion(question);
    const begun = this.finished.length;
    this.open.set(key, begun);
    this.known.set(key, []);
    this.pairs++;
    const found = this.compare(question);
    this.open.delete(key);
    this.known.set(key, found);
    this.finished.push(key);
    if (found.length > 0 && this.assumed.has(key)) this.forget(begun);
    return found;
  }

  /** Forgets what was found fine since then: it may rest on something that is not. */
  private forget(begun: number): void {
    for (const key of this.finished.splice(begun)) {
      if (this.known.get(key)?.length === 0) this.known.delete(key);
    }
  }

  private try<T>(look: () => T): T {
    this.trying++;
    try {
      return look();
    } finally {
      this.trying--;
    }
  }

  private compare(question: Question): readonly Reason[] {
    try {
      const shapes = this.expander
        .expand(question.from)
        .filter(shape => isMeant(shape, question))
        .filter(shape => this.habitation.of(shape));
      const targets = this.expander.expand(question.to);
      return unique([
        ...this.missingTypes(question, shapes, targets),
        ...shapes.flatMap(shape => {
          const same = targets.filter(target => target.type === shape.type);
          return same.length > 0 ? this.cover(question, shape, same, 0) : [];
        }),
      ]);
    } catch (error) {
      if (!(error instanceof TooManyAlternatives)) throw error;
      return [this.reason(question, 'undecidable', 'alternatives')];
    }
  }

  private missingTypes(
    question: Question,
    shapes: readonly Shape[],
    targets: readonly Shape[],
  ): Reason[] {
    const there = new Set(targets.map(target => target.type));
    const missing = new Set(
      shapes.map(shape => shape.type).filter(type => !there.has(type)),
    );
    if (missing.size === 0) return [];
    const name = [...missing].sort().join(', ');
    return [this.reason(question, 'type', name, 'type')];
  }

  /** Whether the targets together allow one shape: one of them alone, or each a part of it. */
  private cover(
    question: Question,
    shape: Shape,
    targets: readonly Shape[],
    depth: number,
  ): readonly Reason[] {
    this.steps += targets.length;
    if (this.steps > MOST_STEPS) throw new TooManyAlternatives();
    const values = finiteValues(shape);
    if (values) return this.coverValues(question, shape, values, targets);
    if (targets.length === 1) {
      return compareShapes(this, question, shape, targets[0]);
    }
    return this.try(() => this.coverWithSome(question, shape, targets, depth));
  }

  private coverWithSome(
    question: Question,
    shape: Shape,
    targets: readonly Shape[],
    depth: number,
  ): readonly Reason[] {
    let nearest: readonly Reason[] = [];
    let least = Infinity;
    for (const target of targets) {
      const found = compareShapes(this, question, shape, target);
      if (found.length === 0) return [];
      const far = weight(found);
      if (far < least) {
        nearest = found;
        least = far;
      }
    }
    for (const pieces of splitShape(this, shape, targets, depth)) {
      const left = pieces
        .filter(piece => this.habitation.of(piece))
        .flatMap(piece => this.cover(question, piece, targets, depth + 1));
      if (left.length === 0) return [];
    }
    return nearest;
  }

  private coverValues(
    question: Question,
    shape: Shape,
    values: readonly unknown[],
    targets: readonly Shape[],
  ): Reason[] {
    return values.flatMap(value => {
      if (shapeAdmits(this.expander, shape, value) === false) return [];
      const answers = targets.map(target =>
        shapeAdmits(this.expander, target, value),
      );
      if (answers.includes(true)) return [];
      const open = targets.filter((_, index) => answers[index] === undefined);
      if (open.some(target => sameTexts(shape, target))) return [];
      const kind = open.length > 0 ? 'undecidable' : 'enum';
      return [this.reason(question, kind, JSON.stringify(value), 'enum')];
    });
  }

  /** Whether one value is valid. */
  admits(conjunction: Conjunction, value: unknown): boolean | undefined {
    return admits(this.expander, conjunction, value);
  }

  /** A reason at the place that is being asked about. */
  reason(
    { from, to, path }: Question,
    kind: ReasonKind,
    name: string,
    word?: string,
  ): Reason {
    const source = placeOf(from, word);
    const target = placeOf(to, word);
    return {
      kind,
      path,
      name,
      from: source.pointer,
      to: target.pointer,
      before: source.value,
      after: target.value,
    };
  }
}

/** Where null has to be granted, "anything" does not hold it. */
function isMeant({ type, granted }: Shape, { to }: Question): boolean {
  return (
    type !== 'null' ||
    granted === true ||
    !to.some(node => node.document.dialect.nullable)
  );
}

function keyOfQuestion({ from, to }: Question): string {
  return `${keyOf(from)} in ${keyOf(to)}`;
}

function sameTexts(shape: Shape, target: Shape): boolean {
  return (
    [...target.opaque].every(text => shape.opaque.has(text)) &&
    [...target.formats].every(format => shape.formats.has(format))
  );
}

/** A near miss has few reasons, and open ones weigh less than certain ones. */
function weight(reasons: readonly Reason[]): number {
  return reasons.reduce(
    (sum, { kind }) => sum + (kind === 'undecidable' ? 0.01 : 1),
    0,
  );
}

function unique(reasons: readonly Reason[]): readonly Reason[] {
  const byKey = new Map<string, Reason>();
  for (const reason of reasons) {
    if (byKey.size >= REASONS) break;
    const { kind, name, from, to } = reason;
    const key = [kind, name, from, to].join('\n');
    if (!byKey.has(key)) byKey.set(key, reason);
  }
  return [...byKey.values()];
}
