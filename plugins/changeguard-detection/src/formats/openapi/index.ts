import { Format } from '../../Format';
import { compareOpenApi } from './compare';
import { openApiRuleSet } from './ruleSet';

/** OpenAPI 3.0 and 3.1, and Swagger 2.0. */
export const openApi: Format = { ...openApiRuleSet, compare: compareOpenApi };
