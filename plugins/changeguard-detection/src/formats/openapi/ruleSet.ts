import { RuleSet } from '../../RuleSet';
import { openApiRules } from './rules';

export const openApiRuleSet: RuleSet = {
  id: 'openapi',
  version: '1',
  rules: openApiRules,
};
