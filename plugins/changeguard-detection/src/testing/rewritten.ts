import { dump } from 'js-yaml';
import { Kind, parse, print } from 'graphql';
import { defaultBudget } from '../Comparison';
import { isObject } from '../text/isObject';
import { SETS } from '../text/keywords';
import { parseText } from '../text/parseText';

/** Formats that are written as JSON or YAML. */
const TREES = new Set(['asyncapi', 'avro', 'json-schema', 'openapi']);

/**
 * A text that says the same otherwise: what has an order by accident in another order, JSON as YAML and YAML as JSON, and shared
 * parts under other names. Undefined where a text cannot be read, or where
 * every order counts.
 */
export function rewritten(format: string, text: string): string | undefined {
  if (format === 'graphql') return rewrittenGraphql(text);
  if (format === 'protobuf') return text.replace(lineEndIn(text), '$&$&');
  if (!TREES.has(format)) return undefined;
  const result = parseText(text, defaultBudget);
  if (result.outcome === 'failed') return undefined;
  const { syntax, value } = result.document;
  const copy = turned(renamed(value, text), '');
  return syntax === 'json'
    ? dump(copy, { noRefs: true, lineWidth: -1 })
    : JSON.stringify(copy);
}

/** Several files are written as a JSON object, in whose texts the ends of lines are escaped. */
function lineEndIn(text: string): RegExp {
  return text.trimStart().startsWith('{') ? /\\n/g : /\n/g;
}

function rewrittenGraphql(text: string): string | undefined {
  try {
    const document = parse(text, { noLocation: true });
    const definitions = [...document.definitions].reverse();
    return print({ kind: Kind.DOCUMENT, definitions });
  } catch {
    return undefined;
  }
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

const SHARED = /^#\/(components\/\w+|definitions|\$defs)\/([^/]+)/;

/** Shared parts that something refers to, under other names; left alone where a discriminator makes names count. */
function renamed(value: unknown, text: string): unknown {
  if (!isObject(value) || text.includes('discriminator')) return value;
  const names = new Set<string>();
  visit(value, reference => {
    const match = SHARED.exec(reference);
    if (match) names.add(match[0]);
    return reference;
  });
  const copy = visit(value, reference => {
    const match = SHARED.exec(reference);
    return match
      ? `${match[0]}Renamed${reference.slice(match[0].length)}`
      : reference;
  });
  for (const name of names) rename(copy, name);
  return copy;
}

/** A copy with every reference replaced. */
function visit(
  value: unknown,
  replace: (reference: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map(item => visit(item, replace));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string'
        ? replace(item)
        : visit(item, replace),
    ]),
  );
}

function rename(root: unknown, pointer: string): void {
  const tokens = pointer.slice(2).split('/');
  const last = tokens.pop()!;
  let holder: unknown = root;
  for (const token of tokens) {
    holder = isObject(holder) ? holder[token] : undefined;
  }
  if (!isObject(holder) || !Object.hasOwn(holder, last)) return;
  holder[`${last}Renamed`] = holder[last];
  delete holder[last];
}
