import { Format } from '../../Format';
import { compareJsonSchema } from './compare';
import { jsonSchemaRules } from './rules';

/** JSON Schema, drafts 4 to 2020-12. */
export const jsonSchema: Format = {
  id: 'json-schema',
  version: '1',
  compare: compareJsonSchema,
  rules: jsonSchemaRules,
};
