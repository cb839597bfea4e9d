import { isObject } from '../text/isObject';
import { Located } from './ApiDocument';
import { ANNOTATIONS } from './annotations';
import { typesOf } from './checks/typesOf';
import { SchemaContext, SchemaDifference } from './SchemaPair';

type Child = SchemaContext['baseChild'];

/** Words that schemas hold in lists which may describe the same properties. */
const CHOICES = ['allOf', 'anyOf', 'oneOf'];

/** The same of words that hold one schema. */
const CONDITIONS = ['if', 'then', 'else'];

/** Words that speak of properties by other means than their names. */
const SWEEPING = [
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'dependentSchemas',
  'dependencies',
  'propertyNames',
];

/**
 * The properties that a member which joined `allOf` adds, where it does nothing but describe optional ones that nobody had described:
 * it says of the same values what words beside `allOf` would. Undefined where it may do more, such as refuse what was fine.
 */
export function optionalAdditions(
  base: Located,
  member: Located,
  documents: { base: Child; revision: Child },
): SchemaDifference[] | undefined {
  const { type, properties, required, ...rest } = member.value;
  const isMore = Object.keys(rest).some(
    word => !ANNOTATIONS.has(word) && !word.startsWith('x-'),
  );
  if (isMore || !isObject(properties)) return undefined;
  if (Array.isArray(required) ? required.length > 0 : required !== undefined) {
    return undefined;
  }
  if (
    type !== undefined &&
    !(type === 'object' && isPlainObject(base, documents.base))
  ) {
    return undefined;
  }
  const described = describedBy(base, documents.base);
  const found: SchemaDifference[] = [];
  for (const name of Object.keys(properties).sort()) {
    const schema = documents.revision(member, 'properties', name);
    if (!schema || !described || described.has(name)) return undefined;
    found.push({
      change: 'added',
      name,
      after: schema.value,
      property: { name, schema, required: false, owner: member },
    });
  }
  return found;
}

/** Whether it allows objects only, by itself or by what it is composed of. */
function isPlainObject(schema: Located, child: Child): boolean {
  return [...composing(schema, child)].some(({ value }) => {
    const { types, nullable } = typesOf(value);
    return types.size === 1 && types.has('object') && !nullable;
  });
}

/** A schema and the members of its `allOf`, of theirs too. */
function composing(
  schema: Located,
  child: Child,
  seen = new Map<string, Located>(),
): Iterable<Located> {
  if (seen.has(schema.pointer)) return seen.values();
  seen.set(schema.pointer, schema);
  const { allOf } = schema.value;
  if (!Array.isArray(allOf)) return seen.values();
  allOf.forEach((_, index) => {
    const member = child(schema, 'allOf', index);
    if (member) composing(member, child, seen);
  });
  return seen.values();
}

/** The properties that a schema names, in whichever alternative; undefined where it may mean further ones. */
function describedBy(
  schema: Located,
  child: Child,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<string>();
  const left: Located[] = [schema];
  for (let at = left.pop(); at; at = left.pop()) {
    if (seen.has(at.pointer)) continue;
    seen.add(at.pointer);
    const { value } = at;
    if (SWEEPING.some(word => isObject(value[word]))) return undefined;
    if (isObject(value.properties)) {
      for (const name of Object.keys(value.properties)) names.add(name);
    }
    for (const word of CHOICES) {
      const members = value[word];
      if (!Array.isArray(members)) continue;
      for (let index = 0; index < members.length; index++) {
        const member = child(at, word, index);
        if (member) left.push(member);
      }
    }
    for (const word of CONDITIONS) {
      const member = child(at, word);
      if (member) left.push(member);
    }
  }
  return names;
}
