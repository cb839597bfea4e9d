import { Rule } from '../../Rule';
import { callbackRules } from './rules/callbackRules';
import { operationRules } from './rules/operationRules';
import { propertyRules } from './rules/propertyRules';
import { schemaRules } from './rules/schemaRules';

/** What is judged when two OpenAPI definitions are compared. */
export const openApiRules: readonly Rule[] = [
  ...operationRules,
  ...propertyRules,
  ...schemaRules,
  ...callbackRules,
];

/** The same by id. */
export const openApiRuleById: ReadonlyMap<string, Rule> = new Map(
  openApiRules.map(rule => [rule.id, rule]),
);
