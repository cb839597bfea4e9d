import { placeOf, saidBy } from './placeOf';
import { Question } from './Question';
import { Reason, ReasonKind } from './Reason';
import { Conjunction } from './SchemaNode';

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

/** A reason why the answer to a question is no. */
export function reasonOf(
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
