import { Located } from '../ApiDocument';
import { SchemaCheck, SchemaContext, SchemaDifference } from '../SchemaPair';
import { propertyNamesOf, requiredOf } from './checkProperties';

/** What describes a property, and the part it stands in. */
interface Description {
  schema: Located;
  owner: Located;
}

/** What schemas that hold together say of properties. */
interface Said {
  required: Set<string>;
  /** All that describes a property. */
  described: Map<string, Description[]>;
  /** Required by the part that describes them, which is compared by itself. */
  together: Set<string>;
}

/** Compositions of more parts are not followed: they may contain themselves, and each other. */
const MOST_PARTS = 200;

/** Gathers what a schema and its parts say, and theirs. */
class Parts {
  private left = MOST_PARTS;

  constructor(private readonly child: SchemaContext['baseChild']) {}

  /** A part may be there twice, on two ways; that it contains itself says nothing more. */
  saidIn(schema: Located, way: readonly string[] = []): Said {
    const said = this.saidBy(schema);
    const { allOf } = schema.value;
    if (!Array.isArray(allOf) || way.includes(schema.pointer)) return said;
    for (let at = 0; at < allOf.length && this.left > 0; at++) {
      this.left--;
      const member = this.child(schema, 'allOf', at);
      if (member) join(said, this.saidIn(member, [...way, schema.pointer]));
    }
    return said;
  }

  private saidBy(schema: Located): Said {
    const said: Said = {
      required: requiredOf(schema),
      described: new Map(),
      together: new Set(),
    };
    for (const name of propertyNamesOf(schema)) {
      const property = this.child(schema, 'properties', name);
      if (property) {
        said.described.set(name, [{ schema: property, owner: schema }]);
      }
      if (said.required.has(name)) said.together.add(name);
    }
    return said;
  }
}

/**
 * Properties that one part of an `allOf` describes and another requires, or the schema around them, as in
 * `{ allOf: [{ $ref: … }], required: ['id'] }`: no part tells by itself that they became required, or are not any more.
 */
export const checkRequiredOfParts: SchemaCheck = (base, revision, context) => {
  if (!isComposed(base) || !isComposed(revision)) return [];
  const old = new Parts(context.baseChild).saidIn(base);
  const now = new Parts(context.revisionChild).saidIn(revision);
  return [
    ...[...now.required]
      .filter(name => !old.required.has(name) && !now.together.has(name))
      .map(name => differenceOf('became-required', name, now)),
    ...[...old.required]
      .filter(name => !now.required.has(name) && !old.together.has(name))
      .filter(name => now.described.has(name))
      .map(name => differenceOf('became-optional', name, now)),
  ];
};

function isComposed({ value }: Located): boolean {
  return Array.isArray(value.allOf);
}

function differenceOf(
  change: 'became-required' | 'became-optional',
  name: string,
  { described }: Said,
): SchemaDifference {
  const required = change === 'became-required';
  const said = { word: 'required', name, before: !required, after: required };
  const there = described.get(name);
  return there
    ? { ...said, change, property: { name, required, ...together(there) } }
    : { ...said, change: 'undeclared-required' };
}

/** Where it is described first, with what any description says: all of them hold, in whatever order. */
function together(descriptions: readonly Description[]): Description {
  const [{ schema, owner }] = descriptions;
  const values = descriptions.map(one => one.schema.value).reverse();
  const access = ['readOnly', 'writeOnly'].filter(word =>
    values.some(value => value[word] === true),
  );
  const value: Located['value'] = {
    ...Object.assign({}, ...values),
    ...Object.fromEntries(access.map(word => [word, true])),
  };
  return { schema: { ...schema, value }, owner };
}

function join(said: Said, part: Said): void {
  for (const name of part.required) {
    said.required.add(name);
    if (part.described.has(name)) said.together.add(name);
  }
  for (const [name, there] of part.described) {
    said.described.set(name, [...(said.described.get(name) ?? []), ...there]);
  }
}
