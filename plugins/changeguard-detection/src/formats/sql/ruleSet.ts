import { RuleSet } from '../../RuleSet';
import { sqlRules } from './rules';

export const sqlRuleSet: RuleSet = {
  id: 'sql',
  version: '1',
  rules: sqlRules,
};
