import { Rule } from '../../Rule';
import { Obstacle } from './Readability';

/** One reason twice: for new readers of old data, and for old readers of new data. */
function pair(
  reason: Obstacle['reason'],
  why: string,
  message: string,
): Rule[] {
  const forward = `${reason}-forward`;
  return [
    {
      id: reason,
      severity: 'breaking',
      side: 'writer',
      purpose: `New readers cannot read old data because ${why}.`,
      message,
      twin: forward,
    },
    {
      id: forward,
      severity: 'breaking',
      side: 'reader',
      purpose: `Readers that kept the old schema cannot read new data because ${why}.`,
      message,
      twin: reason,
    },
  ];
}

/** What is judged when two Avro schemas are compared: the reasons of Apache's own compatibility check. */
export const avroRules: readonly Rule[] = [
  ...pair(
    'name-mismatch',
    'the type has another name and no alias',
    '{path} is called {read} by readers and {written} by writers.',
  ),
  ...pair(
    'fixed-size-mismatch',
    'its size differs',
    '{path} has {read} bytes for readers and {written} for writers.',
  ),
  ...pair(
    'missing-enum-symbols',
    'they do not know a symbol and have no default for it',
    'Readers do not know the symbol {name} of {path}.',
  ),
  ...pair(
    'reader-field-missing-default-value',
    'a field is missing that has no default',
    'Readers need the field {path}, which is not written and has no default.',
  ),
  ...pair(
    'type-mismatch',
    'it is of another type',
    '{path} is written as {written} and read as {read}.',
  ),
  ...pair(
    'missing-union-branch',
    'no branch of their union takes it',
    'Readers of {path} have no branch for {written}.',
  ),
];
