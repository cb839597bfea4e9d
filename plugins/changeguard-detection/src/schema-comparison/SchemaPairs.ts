import { canonical } from '../text/canonical';
import { childPointer } from '../text/JsonPointer';
import { ApiDocument, Located } from './ApiDocument';
import { isObject } from '../text/isObject';
import { matchMembers } from './matchMembers';
import { withoutAllOf } from './mergeSchemas';
import {
  ChildPair,
  SchemaCheck,
  SchemaContext,
  SchemaPair,
} from './SchemaPair';
import { typesOf } from './checks/typesOf';
import { wordOf } from '../text/wordOf';

/** Keywords that hold one schema. */
const SINGLE = [
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
];

/** Keywords that hold schemas by name. */
const NAMED = ['properties', 'patternProperties', 'dependentSchemas'];

class Pair implements SchemaPair {
  children: readonly ChildPair[] = [];
  readonly parents: Pair[] = [];
  /** Whether it, or something below it, differs. */
  differs = false;

  constructor(
    readonly base: Located,
    readonly revision: Located,
    readonly differences: SchemaPair['differences'],
    readonly isPart: boolean,
  ) {}
}

/**
 * Pairs of schemas, each looked at once however often it is used, and once more where it is a part of others. They form a graph, with cycles where schemas refer to
 * themselves; what is below a pair that does not differ need not be visited.
 */
export class SchemaPairs {
  private readonly known = new Map<string, Pair>();
  private readonly context: SchemaContext;

  constructor(
    private readonly base: ApiDocument,
    private readonly revision: ApiDocument,
    private readonly checks: readonly SchemaCheck[],
  ) {
    this.context = {
      baseChild: (parent, ...keys) => descend(base, parent, keys),
      revisionChild: (parent, ...keys) => descend(revision, parent, keys),
      isPart: false,
    };
  }

  /** How many pairs were compared. */
  get size(): number {
    return this.known.size;
  }

  /** The pair of two schemas, with everything below it compared. */
  pair(base: Located, revision: Located): SchemaPair {
    const open: Pair[] = [];
    const root = this.open(base, revision, open, false);
    for (let next = open.pop(); next; next = open.pop()) {
      next.children = this.childrenOf(next, open);
      for (const { pair } of next.children) {
        const child = pair as Pair;
        child.parents.push(next);
        if (child.differs) markUp(next);
      }
    }
    return root;
  }

  /** Whether a pair, or something below it, differs. */
  differs(pair: SchemaPair): boolean {
    return (pair as Pair).differs;
  }

  private open(
    base: Located,
    revision: Located,
    open: Pair[],
    isPart: boolean,
  ): Pair {
    const key = `${base.pointer} ${revision.pointer} ${isPart}`;
    const known = this.known.get(key);
    if (known) return known;
    const [old, now] = this.alike(base, revision);
    const differences = this.checks.flatMap(check =>
      check(old, now, { ...this.context, isPart }),
    );
    const pair = new Pair(old, now, differences, isPart);
    this.known.set(key, pair);
    if (differences.length > 0) markUp(pair);
    open.push(pair);
    return pair;
  }

  /**
   * Where only one of the two is composed of others, what they say is merged: moving it there changes nothing. So it is where
   * both are and say the same in the end, told apart in other parts.
   */
  private alike(base: Located, revision: Located): [Located, Located] {
    const composed = Array.isArray(base.value.allOf);
    if (composed === Array.isArray(revision.value.allOf)) {
      return composed ? this.sameInTheEnd(base, revision) : [base, revision];
    }
    return composed
      ? [withoutAllOf(base, this.context.baseChild), revision]
      : [base, withoutAllOf(revision, this.context.revisionChild)];
  }

  private sameInTheEnd(base: Located, revision: Located): [Located, Located] {
    const asTheyAre: [Located, Located] = [base, revision];
    if (canonical(base.value) === canonical(revision.value)) return asTheyAre;
    // A part more or less is told as that.
    if (partsIn(base) !== partsIn(revision)) return asTheyAre;
    const old = withoutAllOf(base, this.context.baseChild);
    const now = withoutAllOf(revision, this.context.revisionChild);
    const isSame =
      old !== base &&
      now !== revision &&
      canonical(old.value) === canonical(now.value);
    return isSame ? [old, now] : asTheyAre;
  }

  /**
   * Items of a list that only one of the two describes: in the other they may be anything, unless another part of an `allOf`
   * describes them.
   */
  private itemsOf({ base, revision, isPart }: Pair): (Located | undefined)[] {
    const isWhole =
      !isPart && [base, revision].every(({ value }) => !value.allOf);
    if (!isWhole) return [];
    const areLists = [base, revision].every(({ value }) =>
      typesOf(value).types.has('array'),
    );
    const old = isObject(base.value.items);
    const now = isObject(revision.value.items);
    if (!areLists || old === now) return [];
    const other = (old ? revision : base).value;
    if (other.items !== undefined || other.prefixItems !== undefined) return [];
    const any = ({ pointer }: Located) => ({
      value: {},
      pointer: `${pointer}/items`,
    });
    return [
      old ? this.base.child(base, 'items') : any(base),
      now ? this.revision.child(revision, 'items') : any(revision),
    ];
  }

  private childrenOf(parent: Pair, open: Pair[]): ChildPair[] {
    const { base, revision } = parent;
    const found: ChildPair[] = [];
    const add = (
      token: string,
      before: Located | undefined,
      after: Located | undefined,
      property?: string,
      isPart = false,
    ) => {
      if (!before || !after) return;
      const pair = this.open(before, after, open, isPart);
      found.push({ token, property, pair });
    };
    for (const word of SINGLE) {
      if (!isObject(base.value[word]) || !isObject(revision.value[word])) {
        continue;
      }
      add(
        word,
        this.base.child(base, word),
        this.revision.child(revision, word),
      );
    }
    const [oldItems, newItems] = this.itemsOf(parent);
    add('items', oldItems, newItems);
    for (const word of NAMED) {
      const before = base.value[word];
      const after = revision.value[word];
      if (!isObject(before) || !isObject(after)) continue;
      for (const name of Object.keys(before).sort()) {
        if (!Object.hasOwn(after, name)) continue;
        add(
          name,
          this.context.baseChild(base, word, name),
          this.context.revisionChild(revision, word, name),
          word === 'properties' ? name : undefined,
        );
      }
    }
    for (const word of ['allOf', 'anyOf', 'oneOf']) {
      const { matched } = matchMembers(base, revision, word, this.context);
      for (const [before, after] of matched) {
        add(word, before, after, undefined, word === 'allOf');
      }
    }
    const tuples = [base.value.prefixItems, revision.value.prefixItems];
    if (tuples.every(Array.isArray)) {
      const [before, after] = tuples as unknown[][];
      for (let at = 0; at < Math.min(before.length, after.length); at++) {
        add(
          wordOf(at),
          this.context.baseChild(base, 'prefixItems', at),
          this.context.revisionChild(revision, 'prefixItems', at),
        );
      }
    }
    return found;
  }
}

function partsIn({ value }: Located): number {
  return Array.isArray(value.allOf) ? value.allOf.length : 0;
}

function markUp(start: Pair): void {
  const left = [start];
  for (let pair = left.pop(); pair; pair = left.pop()) {
    if (pair.differs) continue;
    pair.differs = true;
    left.push(...pair.parents);
  }
}

function descend(
  document: ApiDocument,
  parent: Located,
  keys: (string | number)[],
): Located | undefined {
  let value: unknown = parent.value;
  let pointer = parent.pointer;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
    pointer = childPointer(pointer, key);
  }
  return document.follow(value, pointer);
}
