import { Change, CriticalityLevel } from '@graphql-inspector/core';

type Meta = Readonly<Record<string, unknown>>;
type Naming = string | ((change: Change, meta: Meta) => string | undefined);

/** A change whose types say whether callers notice. */
const byTypes =
  (noun: string): Naming =>
  ({ criticality }) =>
    criticality.level === CriticalityLevel.Breaking
      ? `${noun}-changed`
      : `${noun}-changed-safely`;

/** Something that callers may have to give from now on. */
const byNeed =
  (noun: string): Naming =>
  ({ criticality }) =>
    criticality.level === CriticalityLevel.Breaking
      ? `required-${noun}-added`
      : `optional-${noun}-added`;

const byRoot =
  (root: 'Query' | 'Mutation' | 'Subscription'): Naming =>
  (_, meta) => {
    if (!meta[`old${root}TypeName`]) return 'root-type-added';
    return meta[`new${root}TypeName`]
      ? 'root-type-changed'
      : 'root-type-removed';
  };

/** How the comparison's kinds of change are called here; descriptions are words, and not compared. */
const NAMES: Readonly<Record<string, Naming>> = {
  TYPE_REMOVED: 'type-removed',
  TYPE_ADDED: 'type-added',
  TYPE_KIND_CHANGED: 'type-kind-changed',
  FIELD_REMOVED: 'field-removed',
  FIELD_ADDED: 'field-added',
  FIELD_TYPE_CHANGED: byTypes('field-type'),
  FIELD_ARGUMENT_ADDED: byNeed('argument'),
  FIELD_ARGUMENT_REMOVED: 'argument-removed',
  FIELD_ARGUMENT_TYPE_CHANGED: byTypes('argument-type'),
  FIELD_ARGUMENT_DEFAULT_CHANGED: 'argument-default-changed',
  FIELD_DEPRECATION_ADDED: 'deprecation-added',
  FIELD_DEPRECATION_REMOVED: 'deprecation-removed',
  FIELD_DEPRECATION_REASON_CHANGED: 'deprecation-reason-changed',
  ENUM_VALUE_REMOVED: 'enum-value-removed',
  ENUM_VALUE_ADDED: 'enum-value-added',
  ENUM_VALUE_DEPRECATION_REASON_CHANGED: 'deprecation-reason-changed',
  INPUT_FIELD_REMOVED: 'input-field-removed',
  INPUT_FIELD_ADDED: byNeed('input-field'),
  INPUT_FIELD_TYPE_CHANGED: byTypes('input-field-type'),
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: 'input-field-default-changed',
  OBJECT_TYPE_INTERFACE_ADDED: 'interface-added',
  OBJECT_TYPE_INTERFACE_REMOVED: 'interface-removed',
  UNION_MEMBER_REMOVED: 'union-member-removed',
  UNION_MEMBER_ADDED: 'union-member-added',
  SCHEMA_QUERY_TYPE_CHANGED: byRoot('Query'),
  SCHEMA_MUTATION_TYPE_CHANGED: byRoot('Mutation'),
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: byRoot('Subscription'),
  DIRECTIVE_REMOVED: 'directive-removed',
  DIRECTIVE_ADDED: 'directive-added',
  DIRECTIVE_LOCATION_ADDED: 'directive-location-added',
  DIRECTIVE_LOCATION_REMOVED: 'directive-location-removed',
  // The comparison looks at the type alone; what has a default need not be given.
  DIRECTIVE_ARGUMENT_ADDED: (_, meta) =>
    meta.addedDirectiveArgumentTypeIsNonNull &&
    meta.addedDirectiveDefaultValue === undefined
      ? 'required-directive-argument-added'
      : 'optional-directive-argument-added',
  DIRECTIVE_ARGUMENT_REMOVED: 'directive-argument-removed',
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: byTypes('directive-argument-type'),
  DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED:
    'directive-argument-default-changed',
  DIRECTIVE_REPEATABLE_ADDED: 'directive-repeatable-added',
  DIRECTIVE_REPEATABLE_REMOVED: 'directive-repeatable-removed',
};

/** The rule that judges a change; none for words, and for what only follows from another change. */
export function ruleOf(change: Change): string | undefined {
  const meta: Meta = change.meta;
  if (meta.addedToNewType || meta.addedToNewField || meta.addedToNewDirective)
    return undefined;
  const type = String(change.type);
  if (type.startsWith('DIRECTIVE_USAGE_')) return usageRule(type, meta);
  if (type.startsWith('ENUM_VALUE_DEPRECATION_REASON_')) {
    // Taking the mark away is told as adding an empty reason.
    if (type.endsWith('_REMOVED') || meta.addedValueDeprecationReason === '')
      return 'deprecation-removed';
    if (type.endsWith('_ADDED')) return 'deprecation-added';
  }
  const naming = NAMES[type];
  return typeof naming === 'function' ? naming(change, meta) : naming;
}

/** Marks on a schema say nothing about its calls, but for `@oneOf`; `@deprecated` is told by its own rules. */
function usageRule(type: string, meta: Meta): string | undefined {
  const name =
    meta.addedDirectiveName ?? meta.removedDirectiveName ?? meta.directiveName;
  if (name === 'deprecated' || name === 'specifiedBy') return undefined;
  const added = type.endsWith('_ADDED');
  if (/_ARGUMENT_(ADDED|REMOVED)$/.test(type)) {
    return 'directive-usage-changed';
  }
  if (name === 'oneOf' && type.startsWith('DIRECTIVE_USAGE_INPUT_OBJECT_')) {
    return added ? 'one-of-added' : 'one-of-removed';
  }
  return added ? 'directive-usage-added' : 'directive-usage-removed';
}
