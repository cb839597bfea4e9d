/** What graphql-js calls its changes, in our words. An input field that goes is a field to it. */
const GRAPHQL_JS: Readonly<Record<string, string>> = {
  ARG_CHANGED_KIND: 'argument-type-changed',
  ARG_DEFAULT_VALUE_CHANGE: 'argument-default-changed',
  ARG_REMOVED: 'argument-removed',
  DIRECTIVE_ARG_REMOVED: 'directive-argument-removed',
  DIRECTIVE_LOCATION_REMOVED: 'directive-location-removed',
  DIRECTIVE_REMOVED: 'directive-removed',
  DIRECTIVE_REPEATABLE_REMOVED: 'directive-repeatable-removed',
  FIELD_CHANGED_KIND: 'field-type-changed',
  FIELD_REMOVED: 'field-removed',
  IMPLEMENTED_INTERFACE_ADDED: 'interface-added',
  IMPLEMENTED_INTERFACE_REMOVED: 'interface-removed',
  OPTIONAL_ARG_ADDED: 'optional-argument-added',
  OPTIONAL_INPUT_FIELD_ADDED: 'optional-input-field-added',
  REQUIRED_ARG_ADDED: 'required-argument-added',
  REQUIRED_DIRECTIVE_ARG_ADDED: 'required-directive-argument-added',
  REQUIRED_INPUT_FIELD_ADDED: 'required-input-field-added',
  TYPE_ADDED_TO_UNION: 'union-member-added',
  TYPE_CHANGED_KIND: 'type-kind-changed',
  TYPE_REMOVED: 'type-removed',
  TYPE_REMOVED_FROM_UNION: 'union-member-removed',
  VALUE_ADDED_TO_ENUM: 'enum-value-added',
  VALUE_REMOVED_FROM_ENUM: 'enum-value-removed',
};

/** What GraphQL Inspector calls its changes, in our words; with two, the first is the one that breaks. */
const INSPECTOR: Readonly<Record<string, string | readonly [string, string]>> =
  {
    DIRECTIVE_ARGUMENT_ADDED: [
      'required-directive-argument-added',
      'optional-directive-argument-added',
    ],
    DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED:
      'directive-argument-default-changed',
    DIRECTIVE_ARGUMENT_REMOVED: 'directive-argument-removed',
    DIRECTIVE_ARGUMENT_TYPE_CHANGED: [
      'directive-argument-type-changed',
      'directive-argument-type-changed-safely',
    ],
    DIRECTIVE_LOCATION_ADDED: 'directive-location-added',
    DIRECTIVE_LOCATION_REMOVED: 'directive-location-removed',
    DIRECTIVE_REMOVED: 'directive-removed',
    ENUM_VALUE_ADDED: 'enum-value-added',
    ENUM_VALUE_REMOVED: 'enum-value-removed',
    FIELD_ADDED: 'field-added',
    FIELD_ARGUMENT_ADDED: [
      'required-argument-added',
      'optional-argument-added',
    ],
    FIELD_ARGUMENT_DEFAULT_CHANGED: 'argument-default-changed',
    FIELD_ARGUMENT_REMOVED: 'argument-removed',
    FIELD_ARGUMENT_TYPE_CHANGED: [
      'argument-type-changed',
      'argument-type-changed-safely',
    ],
    FIELD_DEPRECATION_ADDED: 'deprecation-added',
    FIELD_DEPRECATION_REASON_CHANGED: 'deprecation-reason-changed',
    FIELD_DEPRECATION_REMOVED: 'deprecation-removed',
    FIELD_REMOVED: 'field-removed',
    FIELD_TYPE_CHANGED: ['field-type-changed', 'field-type-changed-safely'],
    INPUT_FIELD_ADDED: [
      'required-input-field-added',
      'optional-input-field-added',
    ],
    INPUT_FIELD_DEFAULT_VALUE_CHANGED: 'input-field-default-changed',
    INPUT_FIELD_REMOVED: 'input-field-removed',
    INPUT_FIELD_TYPE_CHANGED: [
      'input-field-type-changed',
      'input-field-type-changed-safely',
    ],
    OBJECT_TYPE_INTERFACE_REMOVED: 'interface-removed',
    TYPE_KIND_CHANGED: 'type-kind-changed',
    TYPE_REMOVED: 'type-removed',
    UNION_MEMBER_ADDED: 'union-member-added',
    UNION_MEMBER_REMOVED: 'union-member-removed',
  };

/** Our rule for a change of graphql-js; none for those that it alone tells. */
export function ofGraphqlJs(id: string): string | undefined {
  return GRAPHQL_JS[id];
}

/** Our rule for a change of GraphQL Inspector; none for those that it alone tells, such as descriptions. */
export function ofInspector(id: string, level: string): string | undefined {
  const rule = INSPECTOR[id];
  return typeof rule === 'object' ? rule[level === 'BREAKING' ? 0 : 1] : rule;
}
