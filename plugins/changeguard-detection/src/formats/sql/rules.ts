import { Rule } from '../../Rule';
import { accessRules } from './rules/accessRules';
import { columnRules } from './rules/columnRules';
import { constraintRules } from './rules/constraintRules';
import { programRules } from './rules/programRules';
import { relationRules } from './rules/relationRules';
import { typeRules } from './rules/typeRules';

/** What the facts about a schema mean. A rule without a side concerns readers and writers alike. */
export const sqlRules: readonly Rule[] = [
  ...relationRules,
  ...columnRules,
  ...constraintRules,
  ...typeRules,
  ...programRules,
  ...accessRules,
];
