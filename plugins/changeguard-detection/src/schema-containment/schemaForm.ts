import { Form } from '../form/Form';
import {
  either,
  flag,
  list,
  namesTo,
  number,
  object,
  text,
} from '../form/forms';

/** The types of all drafts; `any` is what draft 3 said, and is still written. */
const TYPES: ReadonlySet<unknown> = new Set([
  ...['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'],
  'any',
]);

const typeName: Form = {
  noun: 'the name of a type',
  fits: value => TYPES.has(value),
  mindsNull: true,
};

/** Names of types that there are. */
export const knownTypes = either(typeName, list(typeName));

/** Names of types that are compared as they are written, such as `file`. */
export const writtenTypes: Form = {
  ...either(text, list(text)),
  mindsNull: true,
};

/** A schema of any draft, or of OpenAPI, with its words as they are compared; `$schema` says what it is written in. */
export function schemaForm(types: Form, $schema: Form = text): Form {
  return object(
    'a schema',
    schema => {
      const schemas = namesTo(schema);
      const listed = list(schema);
      return {
        $schema,
        $ref: text,
        $defs: schemas,
        definitions: schemas,
        type: types,
        enum: list(),
        format: text,
        nullable: flag,
        multipleOf: number,
        minimum: number,
        maximum: number,
        exclusiveMinimum: either(number, flag),
        exclusiveMaximum: either(number, flag),
        minLength: number,
        maxLength: number,
        pattern: text,
        contentEncoding: text,
        contentMediaType: text,
        contentSchema: schema,
        items: either(listed, schema),
        prefixItems: listed,
        additionalItems: schema,
        unevaluatedItems: schema,
        contains: schema,
        minContains: number,
        maxContains: number,
        minItems: number,
        maxItems: number,
        uniqueItems: flag,
        properties: schemas,
        patternProperties: schemas,
        additionalProperties: schema,
        unevaluatedProperties: schema,
        propertyNames: schema,
        required: list(text),
        minProperties: number,
        maxProperties: number,
        dependencies: namesTo(either(list(text), schema)),
        dependentRequired: namesTo(list(text)),
        dependentSchemas: schemas,
        allOf: listed,
        anyOf: listed,
        oneOf: listed,
        not: schema,
        if: schema,
        then: schema,
        else: schema,
      };
    },
    { booleans: true },
  );
}
