import { Located } from '../ApiDocument';
import { isObject } from '../../text/isObject';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';

/** Properties that came or went, and what is required. */
export const checkProperties: SchemaCheck = (base, revision, context) => {
  const before = propertyNamesOf(base);
  const after = propertyNamesOf(revision);
  const wasRequired = requiredOf(base);
  const isRequired = requiredOf(revision);
  const found: SchemaDifference[] = [];
  const property = (
    schema: Located | undefined,
    name: string,
    required: boolean,
  ) => schema && { name, schema, required };
  for (const name of before.filter(one => !after.includes(one))) {
    const schema = context.baseChild(base, 'properties', name);
    found.push({
      change: 'removed',
      name,
      before: schema?.value ?? {},
      property: property(schema, name, wasRequired.has(name)),
    });
  }
  for (const name of after) {
    const schema = context.revisionChild(revision, 'properties', name);
    if (!before.includes(name)) {
      found.push({
        change: 'added',
        name,
        after: schema?.value ?? {},
        property: property(schema, name, isRequired.has(name)),
      });
    } else if (wasRequired.has(name) !== isRequired.has(name)) {
      found.push({
        change: isRequired.has(name) ? 'became-required' : 'became-optional',
        word: 'required',
        name,
        before: wasRequired.has(name),
        after: isRequired.has(name),
        property: property(schema, name, isRequired.has(name)),
      });
    }
  }
  return [...found, ...undeclaredRequired()];

  /** Names that are required without being declared, where no other part may declare them. */
  function undeclaredRequired(): SchemaDifference[] {
    // What parts require of each other is looked at where they meet.
    if (context.isPart || Array.isArray(revision.value.allOf)) return [];
    return [...isRequired]
      .filter(name => !wasRequired.has(name) && !after.includes(name))
      .filter(name => !before.includes(name))
      .map(name => ({
        change: 'undeclared-required',
        word: 'required',
        name,
        after: true,
      }));
  }
};

/** The names of the properties that a schema describes. */
export function propertyNamesOf(schema: Located): string[] {
  return isObject(schema.value.properties)
    ? Object.keys(schema.value.properties).sort()
    : [];
}

/** The names a schema requires. */
export function requiredOf(schema: Located): Set<string> {
  const { required } = schema.value;
  return new Set(
    Array.isArray(required)
      ? required.filter((name): name is string => typeof name === 'string')
      : [],
  );
}
