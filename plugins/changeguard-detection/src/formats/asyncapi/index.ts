import { Format } from '../../Format';
import { compareAsyncApi } from './compare';
import { asyncApiRuleSet } from './ruleSet';

/** AsyncAPI 2 and 3. */
export const asyncApi: Format = {
  ...asyncApiRuleSet,
  compare: compareAsyncApi,
};
