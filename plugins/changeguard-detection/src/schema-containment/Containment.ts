import { canonical } from '../text/canonical';
import { MOST_DIFFERENCES } from '../tooManyDifferences';
import { Choice } from './Choice';
import { compareConjunctions } from './compareConjunctions';
import { Expander, TooManyAlternatives } from './expand';
import { followed } from './followed';
import { Habitation } from './Habitation';
import type { Nearest } from './Nearest';
import { PlacedReason, placedReasons } from './placedReasons';
import { keyOfQuestion, Question } from './Question';
import { Reason } from './Reason';
import { reasonOf } from './reasonOf';
import { Found, Part, Reasons } from './Reasons';
import { Conjunction } from './SchemaNode';
import { Shape } from './Shape';

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

/**
 * Answers whether every value of one schema is valid in another, with the reasons why not.
 *
 * Each pair of schemas is compared once, when its turn comes, and never within another: what is compared only notes which pairs it
 * rests on. Until a reason is found against a pair it is taken to hold, as schemas that refer to themselves need; what rests on it
 * learns when it does not, and where there are several ways to fit, the next one is looked at. When nothing is left to look
 * at, what still holds is proven. So it does not matter in which order pairs are compared, nor how deep they lie.
 */
export class Containment {
  readonly expander = new Expander();
  readonly habitation = new Habitation(this.expander);
  private readonly known = new Map<string, Reasons>();
  /** Pairs that were asked about for the first time since an answer was given. */
  private readonly fresh = new Map<string, Reasons>();
  /** Whether some of them were not looked at. */
  private isCutOff = false;
  /** What is left to look at, the latest first. */
  private readonly left: (() => void)[] = [];
  private readonly lists = new Map<readonly Shape[], readonly unknown[]>();
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
    return this.answer(from, to).areNone && !this.isExhausted;
  }

  /** Why values of `from` may not be valid in `to`; nothing when all of them are. */
  explain(from: Conjunction, to: Conjunction): Explanation {
    const reasons = placedReasons(this.answer(from, to), MOST_DIFFERENCES + 1);
    return {
      reasons,
      isWhole: reasons.length <= MOST_DIFFERENCES && !this.isExhausted,
    };
  }

  private get isExhausted(): boolean {
    return this.questions > this.mostQuestions;
  }

  private answer(from: Conjunction, to: Conjunction): Reasons {
    const reasons = this.ask(from, to);
    for (let next = this.left.pop(); next; next = this.left.pop()) next();
    if (this.isCutOff) this.forgetOpen();
    this.fresh.clear();
    this.isCutOff = false;
    return reasons;
  }

  /** What has reasons may only have them because something it rests on was not looked at; what has none is proven all the same. */
  private forgetOpen(): void {
    for (const [key, { areNone }] of this.fresh) {
      if (!areNone) this.known.delete(key);
    }
  }

  /** Why values of one conjunction may not be valid in another, which may not be known yet. */
  ask(from: Conjunction, to: Conjunction): Reasons {
    if (to.length === 0) return Reasons.none;
    this.questions++;
    const question = { from: from.map(followed), to: to.map(followed) };
    const key = keyOfQuestion(question);
    const known = this.known.get(key);
    if (known) return known;
    const reasons = new Reasons();
    this.known.set(key, reasons);
    this.fresh.set(key, reasons);
    this.left.push(() => this.compare(question, reasons));
    return reasons;
  }

  /** The same of a part of what is being compared. */
  part(step: Part['step'], from: Conjunction, to: Conjunction): Part {
    return { reasons: this.ask(from, to), step };
  }

  /** What is told if none of several ways holds, each of which has to hold whole. */
  choose(
    question: Question,
    ways: Iterator<readonly Found[]>,
    otherwise: Reason | Nearest,
  ): Reasons {
    const choice = new Choice(question, ways, otherwise);
    this.goOn(choice);
    return choice.reasons;
  }

  private goOn(choice: Choice): void {
    const open = choice.goOn();
    open?.whenSome(() => this.left.push(() => this.goOn(choice)));
  }

  private compare(question: Question, reasons: Reasons): void {
    if (this.isExhausted || this.pairs >= this.limit) {
      this.isCutOff = true;
      reasons.become([reasonOf(question, 'undecidable', 'too many parts')]);
      return;
    }
    this.pairs++;
    reasons.become(compareConjunctions(this, question));
  }

  /** Throws when more alternatives were tried than may be. */
  countAlternatives(count: number): void {
    this.steps += count;
    if (this.steps > MOST_STEPS || this.isExhausted) {
      throw new TooManyAlternatives();
    }
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
}
