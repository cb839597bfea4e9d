import { Format } from '../../Format';
import { compareJsonSchema } from './compare';
import { jsonSchemaRuleSet } from './ruleSet';

/** JSON Schema, drafts 4 to 2020-12. */
export const jsonSchema: Format = {
  ...jsonSchemaRuleSet,
  compare: compareJsonSchema,
};
