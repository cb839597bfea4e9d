import { dump } from 'js-yaml';

/** Lists whose order means nothing. */
const SETS = new Set([
  'required',
  'enum',
  'type',
  'parameters',
  'tags',
  'allOf',
  'anyOf',
  'oneOf',
  'security',
]);

/** A JSON text that says the same in another order, as YAML. */
export function reordered(text: string): string {
  return dump(turned(JSON.parse(text), ''), { noRefs: true, lineWidth: -1 });
}

function turned(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(item => turned(item, ''));
    return SETS.has(key) ? items.reverse() : items;
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, turned(item, name)]),
  );
}
