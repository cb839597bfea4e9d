import { Change } from '@graphql-inspector/core';
import { GraphQLSchema } from 'graphql';
import { Fact } from '../../Finding';
import { elementAt, SchemaElement } from './elementAt';

type Meta = Readonly<Record<string, unknown>>;

/** A change as a fact: where, what was there before and what is there now. */
export function factOf(
  rule: string,
  change: Change,
  base: GraphQLSchema,
  revision: GraphQLSchema,
): Fact {
  const meta: Meta = change.meta;
  const member = memberOf(meta);
  const path = wholePath(rule, change.path ?? '', member);
  const old = elementAt(base, path);
  const now = elementAt(revision, path);
  const { before, after } = sides(rule, meta, member, old, now);
  const pointer = pointerOf(rule, path);
  return {
    rule,
    side: null,
    pointer,
    before,
    after,
    beforeRange: old.range,
    afterRange: now.range,
    identity: member ? `${pointer} ${member}` : pointer,
    details: {
      path: pointer,
      name: member ?? '',
      before: before ?? 'none',
      after: after ?? 'none',
    },
  };
}

/** What joined or left something whose own path does not name it: a member of a union, a place of a directive. */
function memberOf(meta: Meta): string | undefined {
  const key = Object.keys(meta).find(one =>
    /^(added|removed).*(Name|Location)$/.test(one),
  );
  return key && String(meta[key]);
}

/** A new argument of a directive is told with the directive's path. */
function wholePath(
  rule: string,
  path: string,
  member: string | undefined,
): string {
  const isNew = /^(required|optional)-directive-argument-added$/.test(rule);
  return isNew ? `${path}.${member}` : path;
}

/** Arguments as people write them: `Query.user(id:)`. */
function pointerOf(rule: string, path: string): string {
  if (path === '') return 'schema';
  return /argument/.test(rule) ? path.replace(/\.([^.]+)$/, '($1:)') : path;
}

function sides(
  rule: string,
  meta: Meta,
  member: string | undefined,
  old: SchemaElement,
  now: SchemaElement,
): { before: string | null; after: string | null } {
  if (rule.startsWith('directive-repeatable-')) {
    return rule.endsWith('removed')
      ? { before: 'repeatable', after: null }
      : { before: null, after: 'repeatable' };
  }
  if (rule.startsWith('deprecation-') && !rule.endsWith('changed')) {
    const reason = wordOf(meta, /deprecationReason$/i) || 'deprecated';
    return rule.endsWith('removed')
      ? { before: 'deprecated', after: null }
      : { before: null, after: reason };
  }
  if (rule.endsWith('-removed') && member)
    return { before: typed(member, old), after: null };
  if (rule.endsWith('-added') && member)
    return { before: null, after: typed(member, now) };
  return {
    before: wordOf(meta, /^(old|removedArgument)/),
    after: wordOf(meta, /^(new|addedArgumentValue)/),
  };
}

function typed(name: string, { type }: SchemaElement): string {
  return type ? `${name}: ${type}` : name;
}

const KINDS: Readonly<Record<string, string>> = {
  ScalarTypeDefinition: 'scalar',
  ObjectTypeDefinition: 'type',
  InterfaceTypeDefinition: 'interface',
  UnionTypeDefinition: 'union',
  EnumTypeDefinition: 'enum',
  InputObjectTypeDefinition: 'input',
};

function wordOf(meta: Meta, keys: RegExp): string | null {
  const key = Object.keys(meta).find(
    one => keys.test(one) && typeof meta[one] === 'string',
  );
  if (!key) return null;
  const word = String(meta[key]);
  return KINDS[word] ?? word;
}
