import { Format } from '../../Format';
import { compareGraphql } from './compare';
import { graphqlRules } from './rules';

/** GraphQL schemas as SDL, partial ones (federation) too. */
export const graphql: Format = {
  id: 'graphql',
  version: '1',
  compare: compareGraphql,
  rules: graphqlRules,
};
