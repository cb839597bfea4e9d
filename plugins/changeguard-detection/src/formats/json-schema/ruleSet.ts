import { RuleSet } from '../../RuleSet';
import { jsonSchemaRules } from './rules';

export const jsonSchemaRuleSet: RuleSet = {
  id: 'json-schema',
  version: '1',
  rules: jsonSchemaRules,
};
