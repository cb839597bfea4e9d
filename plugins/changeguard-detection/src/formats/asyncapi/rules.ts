import { Rule } from '../../Rule';
import { messageRules } from './rules/messageRules';
import { structureRules } from './rules/structureRules';

/** What is judged when two AsyncAPI definitions are compared. */
export const asyncApiRules: readonly Rule[] = [
  ...structureRules,
  ...messageRules,
];

/** The same by id. */
export const asyncApiRuleById: ReadonlyMap<string, Rule> = new Map(
  asyncApiRules.map(rule => [rule.id, rule]),
);
