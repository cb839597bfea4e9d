import { Located } from '../ApiDocument';
import { SchemaCheck, SchemaContext, SchemaDifference } from '../SchemaPair';
import { propertyNamesOf, requiredOf } from './checkProperties';

/** What schemas that hold together say of properties. */
interface Said {
  required: Set<string>;
  /** What describes a property, and the part it stands in. */
  described: Map<string, { schema: Located; owner: Located }>;
  /** Required by the part that describes them, which is compared by itself. */
  together: Set<string>;
}

/** Compositions of more parts are not followed: they may contain themselves, and each other. */
const MOST_PARTS = 200;

/**
 * Properties that one part of an `allOf` describes and another requires, or the schema around them, as in
 * `{ allOf: [{ $ref: … }], required: ['id'] }`: no part tells by itself that they became required, or are not any more.
 */
export const checkRequiredOfParts: SchemaCheck = (base, revision, context) => {
  if (!isComposed(base) || !isComposed(revision)) return [];
  const old = saidIn(base, context.baseChild, new Set());
  const now = saidIn(revision, context.revisionChild, new Set());
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
    ? { ...said, change, property: { name, required, ...there } }
    : { ...said, change: 'undeclared-required' };
}

function saidIn(
  schema: Located,
  child: SchemaContext['baseChild'],
  seen: Set<string>,
): Said {
  const said: Said = {
    required: requiredOf(schema),
    described: new Map(),
    together: new Set(),
  };
  for (const name of propertyNamesOf(schema)) {
    const property = child(schema, 'properties', name);
    if (property) said.described.set(name, { schema: property, owner: schema });
    if (said.required.has(name)) said.together.add(name);
  }
  if (seen.has(schema.pointer) || seen.size > MOST_PARTS) return said;
  seen.add(schema.pointer);
  const { allOf } = schema.value;
  for (let at = 0; Array.isArray(allOf) && at < allOf.length; at++) {
    const member = child(schema, 'allOf', at);
    const part = member && saidIn(member, child, seen);
    for (const name of part?.required ?? []) {
      said.required.add(name);
      if (part?.described.has(name)) said.together.add(name);
    }
    for (const [name, there] of part?.described ?? []) {
      said.described.set(name, there);
    }
  }
  return said;
}
