import { Form } from '../../form/Form';
import { list, namesTo, object, text } from '../../form/forms';
import { schemaForm, writtenTypes } from '../../schema-containment/schemaForm';
import { languageOf } from './payloads/languageOf';

/** An object with keys that the author chose, beside which there may be extensions or a reference. */
const mapOf = (form: Form) =>
  namesTo(form, { extensions: true, referable: true });

const thing = object('an object', () => ({}));
const things = list(thing);
const schema = schemaForm(writtenTypes);

function isJsonSchema(schemaFormat: unknown): boolean {
  return (
    typeof schemaFormat !== 'string' ||
    languageOf(schemaFormat) === 'json-schema'
  );
}

/** A schema, or one that says itself in which language it is written. */
const content: Form = {
  ...schema,
  parts: (value, show) => {
    const { schemaFormat, schema: own } = value as Record<string, unknown>;
    if (schemaFormat === undefined) schema.parts?.(value, show);
    else if (own !== undefined && isJsonSchema(schemaFormat)) {
      show('schema', own, schema);
    }
  },
};

const words = {
  name: text,
  messageId: text,
  contentType: text,
  headers: content,
  correlationId: thing,
  bindings: thing,
  traits: things,
};
const readMessage = object('a message', () => ({
  ...words,
  payload: content,
}));
const foreignMessage = object('a message', () => words);

/** A message; what it carries may be in another language, which it says itself or one of its traits does. */
const message: Form = {
  ...readMessage,
  parts: (value, show) => {
    const { schemaFormat, traits } = value as Record<string, unknown>;
    const isRead = traits === undefined && isJsonSchema(schemaFormat);
    (isRead ? readMessage : foreignMessage).parts?.(value, show);
  },
};

const choice = list(message);

/** A message of AsyncAPI 2, or a choice of them. */
const oneOrMore: Form = {
  ...message,
  parts: (value, show) => {
    message.parts?.(value, show);
    const { oneOf } = value as Record<string, unknown>;
    if (oneOf !== undefined) show('oneOf', oneOf, choice);
  },
};

const messages = mapOf(message);
const servers = mapOf(
  object('a server', () => ({
    url: text,
    host: text,
    pathname: text,
    protocol: text,
    security: things,
    bindings: thing,
  })),
);
const components = object('an object', () => ({
  schemas: namesTo(content),
  messages: namesTo(message),
}));

/** A definition of AsyncAPI 2, as far as it is compared. */
export const asyncApi2Form = object('a definition', () => {
  const operation = object('an operation', () => ({
    operationId: text,
    message: oneOrMore,
    security: things,
    bindings: thing,
    traits: things,
  }));
  const channel = object('a channel', () => ({
    servers: list(text),
    publish: operation,
    subscribe: operation,
    parameters: mapOf(object('a parameter', () => ({ schema }))),
    bindings: thing,
  }));
  return {
    defaultContentType: text,
    servers,
    channels: mapOf(channel),
    components,
  };
});

const action: Form = {
  noun: '`send` or `receive`',
  fits: value => value === 'send' || value === 'receive',
};

/** A definition of AsyncAPI 3, as far as it is compared. */
export const asyncApi3Form = object('a definition', () => {
  const reply = object('a reply', () => ({
    channel: thing,
    address: thing,
    messages: things,
  }));
  const operation = object('an operation', () => ({
    action,
    channel: thing,
    messages: things,
    reply,
    security: things,
    bindings: thing,
    traits: things,
  }));
  const channel = object('a channel', () => ({
    address: text,
    messages,
    servers: things,
    parameters: mapOf(object('a parameter', () => ({ location: text }))),
    bindings: thing,
  }));
  return {
    defaultContentType: text,
    servers,
    channels: mapOf(channel),
    operations: mapOf(operation),
    components,
  };
});
