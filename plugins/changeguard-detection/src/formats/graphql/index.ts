import { Format } from '../../Format';
import { compareGraphql } from './compare';
import { graphqlRuleSet } from './ruleSet';

/** GraphQL schemas as SDL, partial ones (federation) too. */
export const graphql: Format = { ...graphqlRuleSet, compare: compareGraphql };
