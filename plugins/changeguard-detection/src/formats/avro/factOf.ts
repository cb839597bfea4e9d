import { Fact } from '../../Finding';
import { AvroField, AvroNode, wordsOf } from './AvroNode';
import { Obstacle } from './Readability';

/** A fact, and where its two sides are written. */
export interface PlacedFact extends Fact {
  basePointer: string;
  revisionPointer: string;
}

/** An obstacle as a fact: with `backward` the reader has the revision, with `forward` the base. */
export function factOf(
  obstacle: Obstacle,
  direction: 'backward' | 'forward',
): PlacedFact {
  const { reason, readerPointer, writerPointer, steps, symbol } = obstacle;
  const isBackward = direction === 'backward';
  const read = readWords(obstacle);
  const written = writtenWords(obstacle);
  const place = steps.join('.') || 'the schema';
  return {
    rule: isBackward ? reason : `${reason}-forward`,
    side: isBackward ? 'writer' : 'reader',
    pointer: reason === 'missing-union-branch' ? writerPointer : readerPointer,
    before: isBackward ? written : read,
    after: isBackward ? read : written,
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
  return reason === 'name-mismatch' && 'name' in part
    ? part.name
    : wordsOf(part);
}
