import { Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { Misfit, misfitReasons } from '../../form/misfitsOf';
import { failedComparison } from '../../text/failedComparison';
import { parseText } from '../../text/parseText';
import { TextDocument } from '../../text/TextDocument';
import { withinStack } from '../../text/withinStack';
import { withRanges } from '../../text/withRanges';
import { AvroNode } from './AvroNode';
import { AvroMistake, AvroReader } from './AvroReader';
import { factOf } from './factOf';
import { Readability } from './Readability';

/**
 * Compares two Avro schemas: with `backward`, the revision has to read what the base wrote; with `forward`, the other way
 * round.
 */
export function compareAvro(
  base: string,
  revision: string,
  options: EngineOptions,
): Comparison<Fact> {
  const before = parseText(base, options.budget);
  if (before.outcome === 'failed') return failedComparison(before, 'base');
  const after = parseText(revision, options.budget);
  if (after.outcome === 'failed') return failedComparison(after, 'revision');
  return withinStack<Fact>(() => {
    const old = readSchema(before.document, 'base');
    if ('outcome' in old) return old;
    const now = readSchema(after.document, 'revision');
    if ('outcome' in now) return now;
    const { compatibility = 'full' } = options;
    const facts = factsOf(old.schema, now.schema, compatibility);
    return comparisonOf(
      withRanges(facts, before.document, after.document),
      misfitReasons([...old.misfits, ...now.misfits]),
    );
  });
}

function factsOf(
  old: AvroNode,
  now: AvroNode,
  compatibility: 'backward' | 'forward' | 'full',
) {
  const backward =
    compatibility === 'forward' ? [] : new Readability().obstacles(now, old);
  const forward =
    compatibility === 'backward' ? [] : new Readability().obstacles(old, now);
  return [
    ...backward.map(obstacle => factOf(obstacle, 'backward')),
    ...forward.map(obstacle => factOf(obstacle, 'forward')),
  ];
}

interface ReadSchema {
  schema: AvroNode;
  misfits: readonly Misfit[];
}

function readSchema(
  { value }: TextDocument,
  which: 'base' | 'revision',
): ReadSchema | Comparison<never> {
  try {
    const reader = new AvroReader();
    return { schema: reader.read(value), misfits: reader.misfits };
  } catch (error) {
    if (!(error instanceof AvroMistake)) throw error;
    return {
      outcome: 'failed',
      reason: 'parse-error',
      which,
      message: `The text is not an Avro schema: ${error.message.slice(0, 300)}`,
    };
  }
}
