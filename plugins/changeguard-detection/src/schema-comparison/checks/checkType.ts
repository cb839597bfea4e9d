import { SchemaCheck, SchemaContext, SchemaDifference } from '../SchemaPair';
import { Located } from '../ApiDocument';
import { listedTypes, Types, typesOf } from './typesOf';

/** Types, formats and whether null is allowed. */
export const checkType: SchemaCheck = (base, revision, context) => {
  const listed = checkListedTypes(base, revision, context);
  if (listed) return listed;
  const before = typesOf(base.value);
  const after = typesOf(revision.value);
  const found: SchemaDifference[] = [];
  if (before.nullable !== after.nullable && !isAny(before) && !isAny(after)) {
    found.push({
      change: after.nullable ? 'became-nullable' : 'became-not-nullable',
      word: 'nullable' in revision.value ? 'nullable' : 'type',
      before: before.nullable,
      after: after.nullable,
    });
  }
  const wider = contains(after, before);
  const narrower = contains(before, after);
  if (wider && narrower) return found;
  found.push({
    change: changeOf(wider, narrower),
    word: 'type',
    before: shown(before),
    after: shown(after),
    details: {
      before: words(before),
      after: words(after),
      from: isAny(before) ? 'any' : single(before),
      to: isAny(after) ? 'any' : single(after),
    },
  });
  return found;
};

function changeOf(wider: boolean, narrower: boolean): string {
  if (wider) return 'type-generalized';
  return narrower ? 'type-specialized' : 'type-changed';
}

/** From one type to a choice of types, or between such choices. */
function checkListedTypes(
  base: Located,
  revision: Located,
  context: SchemaContext,
): SchemaDifference[] | undefined {
  const oldList = listedTypes(base, context.baseChild);
  const newList = listedTypes(revision, context.revisionChild);
  if (!oldList && !newList) return undefined;
  const before = oldList ?? typesOf(base.value).types;
  const after = newList ?? typesOf(revision.value).types;
  if (before.size === 0 || after.size === 0) return undefined;
  const added = [...after].filter(type => !before.has(type)).sort();
  const removed = [...before].filter(type => !after.has(type)).sort();
  const found: SchemaDifference[] = [];
  if (added.length > 0) {
    found.push({
      change: 'list-of-types-widened',
      name: added.join(', '),
      before: [...before].sort(),
      after: [...after].sort(),
    });
  }
  if (removed.length > 0) {
    found.push({
      change: 'list-of-types-narrowed',
      name: removed.join(', '),
      before: [...before].sort(),
      after: [...after].sort(),
    });
  }
  return found;
}

/** Whether the outer types allow all that the inner ones do. */
function contains(outer: Types, inner: Types): boolean {
  if (!isAny(outer)) {
    if (isAny(inner)) return false;
    for (const type of inner.types) {
      const fits =
        outer.types.has(type) ||
        (type === 'integer' && outer.types.has('number'));
      if (!fits) return false;
    }
  }
  return formatContains(outer.format, inner.format);
}

const WIDER_FORMATS: Readonly<Record<string, readonly string[]>> = {
  int64: ['int32'],
  bigint: ['int32', 'int64'],
  double: ['float'],
};

/** Formats that every number in use fits. */
const SAYS_NOTHING = new Set(['int64', 'double']);

function formatContains(
  outer: string | undefined,
  inner: string | undefined,
): boolean {
  if (outer === undefined || outer === inner) return true;
  if (inner === undefined) return SAYS_NOTHING.has(outer);
  return WIDER_FORMATS[outer]?.includes(inner) ?? false;
}

function isAny({ types }: Types): boolean {
  return types.size === 0;
}

function single({ types }: Types): string {
  return [...types].sort().join(',');
}

function shown({ types, format }: Types) {
  return { type: [...types].sort(), ...(format ? { format } : {}) };
}

function words({ types, format }: Types): string {
  const type = [...types].sort().join(' or ') || 'any type';
  return format ? `${type} (${format})` : type;
}
