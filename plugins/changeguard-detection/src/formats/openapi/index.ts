import { Format } from '../../Format';
import { compareOpenApi } from './compare';
import { openApiRules } from './rules';

/** OpenAPI 3.0 and 3.1, and Swagger 2.0. */
export const openApi: Format = {
  id: 'openapi',
  version: '1',
  compare: compareOpenApi,
  rules: openApiRules,
};
