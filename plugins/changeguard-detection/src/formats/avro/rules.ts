import { Rule } from '../../Rule';
import { Obstacle } from './Obstacle';

/** What readers do to data that they are not made for, and how bad that is. */
const CANNOT_READ = { severity: 'breaking', does: 'cannot read' } as const;
const MISREAD = { severity: 'breaking', does: 'misread' } as const;
const MAY_MISREAD = { severity: 'dangerous', does: 'may misread' } as const;

/** One reason twice: for new readers of old data, and for old readers of new data. */
function pair(
  reason: Obstacle['reason'],
  why: string,
  message: string,
  { severity, does }: Pick<Rule, 'severity'> & { does: string } = CANNOT_READ,
): Rule[] {
  const forward = `${reason}-forward`;
  return [
    {
      id: reason,
      severity,
      side: 'writer',
      purpose: `New readers ${does} old data because ${why}.`,
      message,
      twin: forward,
    },
    {
      id: forward,
      severity,
      side: 'reader',
      purpose: `Readers that kept the old schema ${does} new data because ${why}.`,
      message,
      twin: reason,
    },
  ];
}

/** What is judged when two Avro schemas are compared: the reasons of Apache's own compatibility check, and logical types, which that leaves out. */
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
  ...pair(
    'decimal-mismatch',
    'decimals match only when their scales and precisions do',
    '{path} is written as {written} and read as {read}.',
  ),
  ...pair(
    'logical-type-mismatch',
    'they take the same bytes for something else, without an error',
    '{path} is written as {written} and read as {read}.',
    MISREAD,
  ),
  ...pair(
    'logical-type-undeclared',
    "one side has no logical type, or one that is not of Avro's specification",
    '{path} is written as {written} and read as {read}.',
    MAY_MISREAD,
  ),
];
