import { RuleSet } from '../../RuleSet';
import { asyncApiRules } from './rules';

export const asyncApiRuleSet: RuleSet = {
  id: 'asyncapi',
  version: '1',
  rules: asyncApiRules,
};
