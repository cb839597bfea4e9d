import { canonical } from '../text/canonical';
import { MOST_DIFFERENCES } from '../tooManyDifferences';
import { admits, shapeAdmits } from './admits';
import { Candidate } from './Candidate';
import { compareShapes } from './compareShapes';
import { Expander, TooManyAlternatives } from './expand';
import { finiteValues } from './finiteValues';
import { Habitation } from './Habitation';
import { placeOf, saidBy } from './placeOf';
import { Reason, ReasonKind } from './Reason';
import { Found, Part, PlacedReason, Reasons } from './Reasons';
import { followed } from './followed';
import { Conjunction, keyOf } from './SchemaNode';
import { Shape } from './Shape';
import { below, Site, Step, whole } from './Site';
import { splitShape } from './splitShape';

/** Two conjunctions at one place of a value, which reasons are about. */
export interface Question {
  from: Conjunction;
  to: Conjunction;
  at: Site;
}

/** What a reason is about, within the two conjunctions of a question. */
export interface Subject {
  /** The keyword that says it. */
  word?: string;
  /** What the two say about it; both left out: what they say by the keyword. */
  before?: unknown;
  after?: unknown;
  /** What tells it from others by the same keyword, where that is not its name. */
  identity?: string;
  /** Where what is asked for is written, where that is deeper than the keyword. */
  to?: string;
  /** What is said of a property that only one of the two describes. */
  described?: Conjunction;
}

/** Why values of one schema may not be valid in another. */
export interface Explanation {
  reasons: readonly PlacedReason[];
  /** Whether these are all: schemas made to harm have more than can be looked for. */
  isWhole: boolean;
}

/** More often than this it is not asked about a pair, known or not, and the rest is undecidable: ten seconds, not hours. */
const MOST_QUESTIONS = 1_000_000;

/** After so many alternatives tried, the rest is undecidable: seconds, not hours. */
const MOST_STEPS = 200_000;

/** Deeper than this, questions that all have to be answered wait their turn instead of being asked inside each other. */
const DEEPEST = 40;

const NO_TEXTS: ReadonlySet<string> = new Set();

/**
 * Answers whether every value of one schema is valid in another, with the reasons why not. Each pair of schemas is compared
 * once, also when they refer to themselves: while a pair is being compared it is taken to hold, and what was concluded from
 * that is forgotten when it turns out not to.
 */
export class Containment {
  readonly expander = new Expander();
  readonly habitation = new Habitation(this.expander);
  private readonly known = new Map<string, Reasons>();
  /** Pairs being compared, by the number of pairs that were finished when they began. */
  private readonly open = new Map<string, number>();
  /** Open pairs that something was concluded from. */
  private readonly assumed = new Set<string>();
  private readonly finished: string[] = [];
  private readonly waiting: { question: Question; reasons: Reasons }[] = [];
  private readonly lists = new Map<readonly Shape[], readonly unknown[]>();
  /** Whether alternatives are being tried, whose answers are needed at once. */
  private trying = 0;
  private steps = 0;
  /** How many pairs were compared. */
  pairs = 0;
  /** Pairs beyond it are undecidable. */
  private limit = Infinity;
  private questions = 0;

  /** How often it may be asked about pairs, of all schemas together: each of many could take as long as all of them may. */
  constructor(private readonly mostQuestions = MOST_QUESTIONS) {}

  /** Whether it is proven, by looking at so many further pairs at most, that every value of `from` is valid in `to`. */
  holds(from: Conjunction, to: Conjunction, most: number): boolean {
    this.limit = this.pairs + most;
    return this.all(from, to).areNone && !this.isExhausted;
  }

  /** Why values of `from` may not be valid in `to`; nothing when all of them are. */
  explain(from: Conjunction, to: Conjunction): Explanation {
    const reasons = this.all(from, to).placed(MOST_DIFFERENCES + 1);
    return {
      reasons,
      isWhole: reasons.length <= MOST_DIFFERENCES && !this.isExhausted,
    };
  }

  private get isExhausted(): boolean {
    return this.questions > this.mostQuestions;
  }

  private all(from: Conjunction, to: Conjunction): Reasons {
    const begun = this.finished.length;
    const found: Found[] = [this.reasons(from, to, whole)];
    const hasWaited = this.waiting.length > 0;
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const { question, reasons } = next;
      this.answer(question, reasons);
      found.push({ reasons, placeIn: () => question.at, isLeftOver: true });
    }
    const all = Reasons.of(found);
    // What something waited below was taken for fine before that was answered.
    if (hasWaited && !all.areNone) this.forget(begun);
    return all;
  }

  /** Reasons at a part of the value that is being asked about. */
  part(
    { at }: Question,
    [step, name]: readonly [Step, string],
    from: Conjunction,
    to: Conjunction,
  ): Part {
    return {
      reasons: this.reasons(from, to, below(at, step, name)),
      placeIn: around => below(around, step, name),
    };
  }

  /** Reasons at one place of a value, on the way to explaining the whole. */
  private reasons(from: Conjunction, to: Conjunction, at: Site): Reasons {
    if (to.length === 0) return Reasons.none;
    this.questions++;
    const question = { from: from.map(followed), to: to.map(followed), at };
    const key = keyOfQuestion(question);
    if (this.open.has(key)) this.assumed.add(key);
    const known = this.known.get(key);
    if (known) return known;
    if (this.open.size > DEEPEST && this.trying === 0) {
      const reasons = new Reasons();
      this.known.set(key, reasons);
      this.waiting.push({ question, reasons });
      return reasons;
    }
    return this.answer(question, new Reasons());
  }

  /** The same where alternatives are tried. */
  isContained({ at }: Question, from: Conjunction, to: Conjunction): boolean {
    return this.try(() => this.reasons(from, to, at)).areNone;
  }

  private answer(question: Question, reasons: Reasons): Reasons {
    if (this.isExhausted || this.pairs >= this.limit) {
      reasons.become([this.reason(question, 'undecidable', 'too many parts')]);
      return reasons;
    }
    const key = keyOfQuestion(question);
    const begun = this.finished.length;
    this.open.set(key, begun);
    this.known.set(key, reasons);
    this.pairs++;
    reasons.become(this.compare(question));
    this.open.delete(key);
    this.finished.push(key);
    if (!reasons.areNone && this.assumed.has(key)) this.forget(begun);
    return reasons;
  }

  /** Forgets what was found fine since then: it may rest on something that is not. */
  private forget(begun: number): void {
    for (const key of this.finished.splice(begun)) {
      if (this.known.get(key)?.areNone) this.known.delete(key);
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

  private compare(question: Question): readonly Found[] {
    try {
      const shapes = this.expander
        .expand(question.from)
        .filter(shape => isMeant(shape, question))
        .filter(shape => this.habitation.of(shape));
      const targets = this.expander.expand(question.to);
      return [
        ...this.missingTypes(question, shapes, targets),
        ...shapes.flatMap(shape => {
          const same = targets.filter(target => target.type === shape.type);
          return same.length > 0 ? this.cover(question, shape, same, 0) : [];
        }),
      ];
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
    return [...missing]
      .sort()
      .map(type => this.reason(question, 'type', type, memberOf('type', type)));
  }

  /** Whether the targets together allow one shape: one of them alone, or each a part of it. */
  private cover(
    question: Question,
    shape: Shape,
    targets: readonly Shape[],
    depth: number,
  ): readonly Found[] {
    if (this.trying > 0 || targets.length > 1) this.steps += targets.length;
    if (this.steps > MOST_STEPS || this.isExhausted) {
      throw new TooManyAlternatives();
    }
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
  ): readonly Found[] {
    let nearest: Candidate | undefined;
    for (const target of targets) {
      const found = Reasons.of(compareShapes(this, question, shape, target));
      if (found.areNone) return [];
      const candidate = new Candidate(found);
      if (!nearest || candidate.isNearerThan(nearest)) nearest = candidate;
    }
    for (const pieces of splitShape(this, shape, targets, depth)) {
      const left = pieces
        .filter(piece => this.habitation.of(piece))
        .flatMap(piece => this.cover(question, piece, targets, depth + 1));
      if (Reasons.of(left).areNone) return [];
    }
    return nearest ? [nearest.reasons] : [];
  }

  private coverValues(
    question: Question,
    shape: Shape,
    values: readonly unknown[],
    targets: readonly Shape[],
  ): Found[] {
    const found: Found[] = [];
    for (const value of values) {
      if (found.length > MOST_DIFFERENCES) break;
      if (shapeAdmits(this.expander, shape, value) === false) continue;
      const answers = targets.map(target =>
        shapeAdmits(this.expander, target, value),
      );
      if (answers.includes(true)) continue;
      const open = targets.filter((_, index) => answers[index] === undefined);
      if (open.some(target => this.fitsButForTexts(shape, target, value))) {
        continue;
      }
      const kind = open.length > 0 ? 'undecidable' : 'enum';
      const subject = memberOf('enum', [value]);
      found.push(this.reason(question, kind, canonical(value), subject));
    }
    return found;
  }

  /** Whether what is known by its text only is all that keeps one value from being valid for sure, and holds for it already. */
  private fitsButForTexts(shape: Shape, target: Shape, value: unknown) {
    const plain = { ...target, opaque: NO_TEXTS, formats: NO_TEXTS };
    return sameTexts(shape, target) && shapeAdmits(this.expander, plain, value);
  }

  /** The values that one conjunction lists. */
  valuesOf(conjunction: Conjunction): readonly unknown[] {
    const shapes = this.expander.expand(conjunction);
    const known = this.lists.get(shapes);
    if (known) return known;
    const found = shapes.flatMap(({ values }) => values ?? []);
    const values = new Map(found.map(value => [canonical(value), value]));
    const list = [...values.values()];
    this.lists.set(shapes, list);
    return list;
  }

  /** Whether one value is valid. */
  admits(conjunction: Conjunction, value: unknown): boolean | undefined {
    return admits(this.expander, conjunction, value);
  }

  /** A reason at the place that is being asked about. */
  reason(
    { from, to }: Question,
    kind: ReasonKind,
    name: string,
    subject: Subject = {},
  ): Reason {
    const { word, identity = name } = subject;
    const isGiven = 'before' in subject || 'after' in subject;
    return {
      kind,
      name,
      identity: JSON.stringify([word ?? '', identity]),
      from: placeOf(from, word),
      to: subject.to ?? placeOf(to, word),
      before: isGiven ? subject.before : saidBy(from, word),
      after: isGiven ? subject.after : saidBy(to, word),
      described: subject.described,
    };
  }
}

/** One of several that a keyword names: it was there, and is not any more. */
function memberOf(word: string, member: unknown): Subject {
  return { word, before: { [word]: member }, after: undefined };
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
