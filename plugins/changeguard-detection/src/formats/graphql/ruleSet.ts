import { RuleSet } from '../../RuleSet';
import { graphqlRules } from './rules';

export const graphqlRuleSet: RuleSet = {
  id: 'graphql',
  version: '1',
  rules: graphqlRules,
};
