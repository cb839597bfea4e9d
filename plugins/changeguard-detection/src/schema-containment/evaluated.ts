import { followed } from './followed';
import { matches } from './patterns/matches';
import { asSchema, entriesOf, listOf } from './readSchema';
import { childNode, keyOf, SchemaNode } from './SchemaNode';

/** What schemas that hold for one value look at of its members and items. */
export interface Evaluated {
  names: ReadonlySet<string>;
  patterns: ReadonlySet<string>;
  /** How many of the first items. */
  prefix: number;
  /** Whether it is all other members, and all other items. */
  allMembers: boolean;
  allItems: boolean;
}

/** Words that hold for the same value if something else does, which is looked at only then. */
const ALTERNATIVES = ['anyOf', 'oneOf'];
const CONDITIONAL = ['if', 'then', 'else'];
const DEPENDENT = ['dependentSchemas', 'dependencies'];

class Collection implements Evaluated {
  readonly names = new Set<string>();
  readonly patterns = new Set<string>();
  prefix = 0;
  allMembers = false;
  allItems = false;
  private readonly seen = new Set<string>();

  /** Adds what a schema looks at, also what it only may look at; false where that is not known. */
  collect(written: SchemaNode, alsoPossible: boolean): boolean {
    const node = followed(written);
    const schema = asSchema(node.value);
    if (!schema) return true;
    const key = keyOf([node]);
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    this.addOwn(schema, alsoPossible);
    if ('$dynamicRef' in schema || '$recursiveRef' in schema) return false;
    const parts = listOf(schema.allOf).map((one, index) =>
      childNode(node, one, 'allOf', index),
    );
    if (typeof schema.$ref === 'string') {
      const target = node.document.find(schema.$ref);
      if (!target) return false;
      parts.push(target);
    }
    if (alsoPossible) parts.push(...conditionalParts(node, schema));
    return parts.every(part => this.collect(part, alsoPossible));
  }

  isWithin(other: Evaluated): boolean {
    return (
      (other.allMembers ||
        (!this.allMembers &&
          [...this.names].every(name => covers(other, name)) &&
          [...this.patterns].every(one => other.patterns.has(one)))) &&
      (other.allItems || (!this.allItems && this.prefix <= other.prefix))
    );
  }

  private addOwn(schema: Record<string, unknown>, alsoPossible: boolean): void {
    const { items, prefixItems, additionalItems } = schema;
    for (const [name] of entriesOf(schema.properties)) this.names.add(name);
    for (const [pattern] of entriesOf(schema.patternProperties)) {
      this.patterns.add(pattern);
    }
    const tuple = Array.isArray(items) ? items : listOf(prefixItems);
    this.prefix = Math.max(this.prefix, tuple.length);
    this.allMembers ||=
      schema.additionalProperties !== undefined ||
      schema.unevaluatedProperties !== undefined;
    this.allItems ||=
      (items !== undefined && !Array.isArray(items)) ||
      (Array.isArray(items) && additionalItems !== undefined) ||
      schema.unevaluatedItems !== undefined ||
      // Since 2020-12 what `contains` was looking for counts, wherever it is found.
      (alsoPossible && schema.contains !== undefined);
  }
}

/**
 * What is looked at beside the `unevaluated` words of a schema, whichever value it is; undefined where that depends on the value, as it
 * may where there are alternatives.
 */
export function evaluatedBeside(node: SchemaNode): Evaluated | undefined {
  const schema = asSchema(node.value);
  if (!schema) return undefined;
  const sure = new Collection();
  const possible = new Collection();
  const beside = {
    ...node,
    value: {
      ...schema,
      unevaluatedProperties: undefined,
      unevaluatedItems: undefined,
    },
  };
  if (!sure.collect(beside, false) || !possible.collect(beside, true)) {
    return undefined;
  }
  return possible.isWithin(sure) ? sure : undefined;
}

function covers({ names, patterns }: Evaluated, name: string): boolean {
  return (
    names.has(name) || [...patterns].some(pattern => matches(pattern, name))
  );
}

function conditionalParts(
  node: SchemaNode,
  schema: Record<string, unknown>,
): SchemaNode[] {
  return [
    ...CONDITIONAL.filter(word => word in schema).map(word =>
      childNode(node, schema[word], word),
    ),
    ...ALTERNATIVES.flatMap(word =>
      listOf(schema[word]).map((one, index) =>
        childNode(node, one, word, index),
      ),
    ),
    ...DEPENDENT.flatMap(word =>
      entriesOf(schema[word]).map(([name, one]) =>
        childNode(node, one, word, name),
      ),
    ),
  ];
}
