import { RuleSet } from '../../RuleSet';
import { avroRules } from './rules';

export const avroRuleSet: RuleSet = {
  id: 'avro',
  version: '1',
  rules: avroRules,
};
