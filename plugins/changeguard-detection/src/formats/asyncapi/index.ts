import { Format } from '../../Format';
import { compareAsyncApi } from './compare';
import { asyncApiRules } from './rules';

/** AsyncAPI 2 and 3. */
export const asyncApi: Format = {
  id: 'asyncapi',
  version: '1',
  compare: compareAsyncApi,
  rules: asyncApiRules,
};
