import { childPointer } from '../../text/JsonPointer';
import { wordOf } from '../../text/wordOf';
import { isObject } from '../../text/isObject';
import { METHODS } from './model/Operation';

type Json = Record<string, unknown>;

/** An object, or an empty one. */
export function asJson(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** Moves the parts of operations to where OpenAPI 3 has them, and remembers where they are written. */
export class Swagger2Lifter {
  constructor(
    private readonly root: Json,
    private readonly origins: Map<string, string>,
  ) {}

  pathItem(item: Json, pointer: string): Json {
    const lifted: Json = { ...item };
    const shared = this.parameters(item.parameters, `${pointer}/parameters`);
    lifted.parameters = shared.flat.map(({ value }) => value);
    for (const method of METHODS) {
      const operation = item[method];
      if (isObject(operation)) {
        lifted[method] = this.operation(
          operation,
          `${pointer}/${method}`,
          shared,
        );
      }
    }
    return lifted;
  }

  securitySchemes(): Json {
    const lifted: Json = {};
    for (const [name, scheme] of Object.entries(
      asJson(this.root.securityDefinitions),
    )) {
      lifted[name] =
        isObject(scheme) && scheme.type === 'oauth2'
          ? { ...scheme, flows: { [wordOf(scheme.flow)]: scheme } }
          : scheme;
    }
    return lifted;
  }

  private operation(
    operation: Json,
    pointer: string,
    shared: SplitParameters,
  ): Json {
    const own = this.parameters(operation.parameters, `${pointer}/parameters`);
    const { parameters: _, consumes, produces, ...rest } = operation;
    const lifted: Json = {
      ...rest,
      parameters: own.flat.map(({ value }) => value),
      responses: this.responses(operation.responses, pointer, produces),
    };
    own.flat.forEach(({ origin }, index) => {
      this.origins.set(`${pointer}/parameters/${index}`, origin);
    });
    const body = this.requestBody(
      own.body ?? shared.body,
      own.form.length > 0 ? own.form : shared.form,
      listOf(consumes ?? this.root.consumes),
      `${pointer}/requestBody`,
    );
    if (body) lifted.requestBody = body;
    return lifted;
  }

  private requestBody(
    body: Found | undefined,
    form: readonly Found[],
    consumes: readonly string[],
    pointer: string,
  ): Json | undefined {
    if (body) {
      this.origins.set(pointer, body.origin);
      const media = consumes.length > 0 ? consumes : ['application/json'];
      return {
        required: body.value.required,
        content: this.content(media, body.value.schema, body.origin, pointer),
      };
    }
    if (form.length === 0) return undefined;
    this.origins.set(pointer, form[0].origin);
    const properties = Object.fromEntries(
      form.map(({ value }) => [wordOf(value.name), schemaOf(value)]),
    );
    const required = form
      .filter(({ value }) => value.required === true)
      .map(({ value }) => wordOf(value.name));
    const schema = { type: 'object', properties, required };
    const kinds = consumes.filter(one => /form/.test(one));
    const media = kinds.length > 0 ? kinds : ['multipart/form-data'];
    return {
      required: required.length > 0,
      content: Object.fromEntries(media.map(name => [name, { schema }])),
    };
  }

  private responses(responses: unknown, pointer: string, produces: unknown) {
    const lifted: Json = {};
    const media = listOf(produces ?? this.root.produces);
    for (const [status, raw] of Object.entries(asJson(responses))) {
      const written = `${pointer}/responses/${status}`;
      const found = this.follow(raw, written);
      if (!found) continue;
      const { schema, headers, ...rest } = found.value;
      const response: Json = { ...rest };
      if (found.origin !== written) this.origins.set(written, found.origin);
      if (isObject(headers)) {
        response.headers = Object.fromEntries(
          Object.entries(headers).map(([name, header]) => [
            name,
            { ...asJson(header), schema: schemaOf(asJson(header)) },
          ]),
        );
      }
      if (schema !== undefined) {
        response.content = this.content(
          media.length > 0 ? media : ['application/json'],
          schema,
          found.origin,
          written,
        );
      }
      lifted[status] = response;
    }
    return lifted;
  }

  private content(
    media: readonly string[],
    schema: unknown,
    origin: string,
    pointer: string,
  ): Json {
    return Object.fromEntries(
      media.map(name => {
        const at = childPointer(`${pointer}/content`, name);
        this.origins.set(`${at}/schema`, `${origin}/schema`);
        return [name, schema === undefined ? {} : { schema }];
      }),
    );
  }

  private parameters(list: unknown, pointer: string): SplitParameters {
    const found = (Array.isArray(list) ? list : []).flatMap((raw, index) => {
      const one = this.follow(raw, `${pointer}/${index}`);
      return one ? [one] : [];
    });
    return {
      // There may be one; of several, it has to be the same one whatever their order.
      body: found
        .filter(({ value }) => value.in === 'body')
        .sort((a, b) => (wordOf(a.value.name) < wordOf(b.value.name) ? -1 : 1))
        .at(0),
      form: found.filter(({ value }) => value.in === 'formData'),
      flat: found
        .filter(({ value }) => value.in !== 'body' && value.in !== 'formData')
        .map(({ value, origin }) => ({ value: liftParameter(value), origin })),
    };
  }

  /** Parameters and responses may be shared; they are small, so they are copied to where they are used. */
  private follow(raw: unknown, pointer: string): Found | undefined {
    let value = raw;
    let origin = pointer;
    for (let steps = 0; steps < 20; steps++) {
      if (!isObject(value)) return undefined;
      const reference = value.$ref;
      if (typeof reference !== 'string') return { value, origin };
      const match = /^#\/(parameters|responses)\/([^/]+)$/.exec(reference);
      if (!match) return undefined;
      value = asJson(this.root[match[1]])[match[2]];
      origin = `/${match[1]}/${match[2]}`;
    }
    return undefined;
  }
}

interface Found {
  value: Json;
  origin: string;
}

interface SplitParameters {
  body: Found | undefined;
  form: Found[];
  flat: Found[];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(wordOf) : [];
}

/** What a parameter says about itself; what is left is its schema. */
const PARAMETER_WORDS = new Set([
  'name',
  'in',
  'required',
  'description',
  'allowEmptyValue',
  'deprecated',
  'collectionFormat',
]);

function schemaOf(parameter: Json): Json {
  const schema = Object.fromEntries(
    Object.entries(parameter).filter(
      ([word]) => !PARAMETER_WORDS.has(word) && !word.startsWith('x-'),
    ),
  );
  if (schema.type === 'file') return { type: 'string', format: 'binary' };
  return schema;
}

const STYLES: Readonly<Record<string, Json>> = {
  csv: { explode: false },
  ssv: { style: 'spaceDelimited', explode: false },
  tsv: { style: 'tabDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  multi: { explode: true },
};

function liftParameter(parameter: Json): Json {
  const { name, in: place, required, deprecated } = parameter;
  const extensions = Object.fromEntries(
    Object.entries(parameter).filter(([word]) => word.startsWith('x-')),
  );
  const writing =
    parameter.type === 'array'
      ? STYLES[wordOf(parameter.collectionFormat ?? 'csv')]
      : undefined;
  return {
    ...extensions,
    name,
    in: place,
    required,
    deprecated,
    ...writing,
    schema: schemaOf(parameter),
  };
}
