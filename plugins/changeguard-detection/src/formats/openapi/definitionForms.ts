import { Form } from '../../form/Form';
import { flag, list, namesTo, object, text } from '../../form/forms';
import { schemaForm, writtenTypes } from '../../schema-containment/schemaForm';
import { METHODS } from './model/Operation';

/** An object with keys that the author chose, beside which there may be extensions or a reference. */
const mapOf = (form: Form) =>
  namesTo(form, { extensions: true, referable: true });

const every = (form: Form) =>
  Object.fromEntries(METHODS.map(method => [method, form]));

const schema = schemaForm(writtenTypes);
const security = list(namesTo(list(text)));

const mediaType = object('a media type', () => ({ schema }));
const contents = mapOf(mediaType);
const parameter = object('a parameter', () => ({
  name: text,
  in: text,
  required: flag,
  deprecated: flag,
  style: text,
  explode: flag,
  schema,
  content: contents,
}));
const header = object('a header', () => ({
  required: flag,
  deprecated: flag,
  schema,
  content: contents,
}));
const response = object('a response', () => ({
  headers: namesTo(header, { referable: true }),
  content: contents,
}));
const requestBody = object('a request body', () => ({
  required: flag,
  content: contents,
}));
const pathItem = object('a path item', self => {
  const operation = object('an operation', () => ({
    operationId: text,
    tags: list(text),
    deprecated: flag,
    parameters: list(parameter),
    requestBody,
    responses: mapOf(response),
    callbacks: mapOf(mapOf(self)),
    security,
  }));
  return { parameters: list(parameter), ...every(operation) };
});
const securityScheme = object('a security scheme', () => ({
  type: text,
  flows: mapOf(object('an OAuth flow', () => ({ scopes: namesTo(text) }))),
}));

/** A definition of OpenAPI 3.0 or 3.1, as far as it is compared. */
export const openApi3Form = object('a definition', () => ({
  paths: mapOf(pathItem),
  webhooks: namesTo(pathItem, { referable: true }),
  security,
  tags: list(object('a tag', () => ({ name: text }))),
  components: object('an object', () => ({
    schemas: namesTo(schema),
    parameters: namesTo(parameter),
    headers: namesTo(header),
    responses: namesTo(response),
    requestBodies: namesTo(requestBody),
    callbacks: namesTo(mapOf(pathItem)),
    pathItems: namesTo(pathItem),
    securitySchemes: namesTo(securityScheme),
  })),
}));

const oldParameter = object('a parameter', () => ({
  name: text,
  in: text,
  required: flag,
  type: text,
  schema,
}));
const oldResponse = object('a response', () => ({
  schema,
  headers: namesTo(object('a header', () => ({ type: text }))),
}));
const oldOperation = object('an operation', () => ({
  operationId: text,
  tags: list(text),
  deprecated: flag,
  consumes: list(text),
  produces: list(text),
  parameters: list(oldParameter),
  responses: mapOf(oldResponse),
  security,
}));

/** A definition of Swagger 2.0, as far as it is compared. */
export const swagger2Form = object('a definition', () => ({
  paths: mapOf(
    object('a path item', () => ({
      parameters: list(oldParameter),
      ...every(oldOperation),
    })),
  ),
  consumes: list(text),
  produces: list(text),
  security,
  definitions: namesTo(schema),
  parameters: namesTo(oldParameter),
  responses: namesTo(oldResponse),
  securityDefinitions: namesTo(securityScheme),
}));
