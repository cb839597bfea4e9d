import { Fact } from '../../Finding';
import { AvroField, AvroNode, meaningOf, wordsOf } from './AvroNode';
import { Digests } from '../../text/Digests';
import { MeaningReason, Obstacle } from './Obstacle';

/** A fact, and where its two sides are written. */
export interface PlacedFact extends Fact {
  basePointer: string;
  revisionPointer: string;
}

const MEANINGS: ReadonlySet<Obstacle['reason']> = new Set<MeaningReason>([
  'decimal-mismatch',
  'logical-type-mismatch',
  'logical-type-undeclared',
]);

/** Longest words that are shown. */
const LIMIT = 300;

function short(words: string | null): string | null {
  return words && words.slice(0, LIMIT);
}

const digests = new Digests(() => undefined);

function digestOf(words: string | null): string | null {
  return digests.of(words ?? undefined);
}

/** An obstacle as a fact: with `backward` the reader has the revision, with `forward` the base. */
export function factOf(
  obstacle: Obstacle,
  direction: 'backward' | 'forward',
): PlacedFact {
  const { reason, readerPointer, writerPointer, steps, symbol } = obstacle;
  const isBackward = direction === 'backward';
  const whole = { read: readWords(obstacle), written: writtenWords(obstacle) };
  const [read, written] = [short(whole.read), short(whole.written)];
  const inOrder = <T>(ofReader: T, ofWriter: T): readonly [T, T] =>
    isBackward ? [ofWriter, ofReader] : [ofReader, ofWriter];
  const [before, after] = inOrder(read, written);
  const place = steps.join('.') || 'the schema';
  return {
    rule: isBackward ? reason : `${reason}-forward`,
    side: isBackward ? 'writer' : 'reader',
    pointer: reason === 'missing-union-branch' ? writerPointer : readerPointer,
    before,
    after,
    digests: inOrder(digestOf(whole.read), digestOf(whole.written)),
    identity: [...steps, symbol ?? ''].join('.'),
    details: {
      path: place,
      name: symbol ?? written ?? read ?? '',
      read: read ?? 'nothing',
      written: written ?? 'nothing',
    },
    basePointer: isBackward ? writerPointer : readerPointer,
    revisionPointer: isBackward ? readerPointer : writerPointer,
  };
}

function readWords({ reason, reader }: Obstacle): string | null {
  if (reason === 'missing-enum-symbols' || reason === 'missing-union-branch')
    return null;
  return partWords(reader, reason);
}

function writtenWords({ reason, writer, symbol }: Obstacle): string | null {
  if (symbol !== undefined) return symbol;
  return reason === 'reader-field-missing-default-value'
    ? null
    : partWords(writer, reason);
}

function partWords(
  part: AvroNode | AvroField,
  reason: Obstacle['reason'],
): string {
  if (!('kind' in part)) return `${part.name}: ${wordsOf(part.type)}`;
  if (reason === 'fixed-size-mismatch' && part.kind === 'fixed')
    return String(part.size);
  if (reason === 'name-mismatch' && 'name' in part) return part.name;
  return MEANINGS.has(reason) ? meaningOf(part) : wordsOf(part);
}
