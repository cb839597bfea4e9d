import { RuleSet } from '../../RuleSet';
import { protobufRules } from './rules';

export const protobufRuleSet: RuleSet = {
  id: 'protobuf',
  version: '1',
  rules: protobufRules,
};
