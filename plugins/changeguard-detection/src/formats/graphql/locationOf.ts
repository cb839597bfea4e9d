import { ASTNode, DirectiveLocation, Kind } from 'graphql';

const LOCATIONS: Readonly<Record<string, DirectiveLocation>> = {
  [Kind.SCHEMA_DEFINITION]: DirectiveLocation.SCHEMA,
  [Kind.SCHEMA_EXTENSION]: DirectiveLocation.SCHEMA,
  [Kind.SCALAR_TYPE_DEFINITION]: DirectiveLocation.SCALAR,
  [Kind.SCALAR_TYPE_EXTENSION]: DirectiveLocation.SCALAR,
  [Kind.OBJECT_TYPE_DEFINITION]: DirectiveLocation.OBJECT,
  [Kind.OBJECT_TYPE_EXTENSION]: DirectiveLocation.OBJECT,
  [Kind.INTERFACE_TYPE_DEFINITION]: DirectiveLocation.INTERFACE,
  [Kind.INTERFACE_TYPE_EXTENSION]: DirectiveLocation.INTERFACE,
  [Kind.UNION_TYPE_DEFINITION]: DirectiveLocation.UNION,
  [Kind.UNION_TYPE_EXTENSION]: DirectiveLocation.UNION,
  [Kind.ENUM_TYPE_DEFINITION]: DirectiveLocation.ENUM,
  [Kind.ENUM_TYPE_EXTENSION]: DirectiveLocation.ENUM,
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: DirectiveLocation.INPUT_OBJECT,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: DirectiveLocation.INPUT_OBJECT,
  [Kind.FIELD_DEFINITION]: DirectiveLocation.FIELD_DEFINITION,
  [Kind.ENUM_VALUE_DEFINITION]: DirectiveLocation.ENUM_VALUE,
};

/** Where a directive is used, from the nodes above it: the innermost is the list of directives' owner. */
export function locationOf(
  ancestors: readonly (ASTNode | readonly ASTNode[])[],
): DirectiveLocation {
  const nodes = ancestors.filter(
    (one): one is ASTNode => !Array.isArray(one) && 'kind' in one,
  );
  const owner = nodes[nodes.length - 1];
  if (owner.kind !== Kind.INPUT_VALUE_DEFINITION)
    return LOCATIONS[owner.kind] ?? DirectiveLocation.OBJECT;
  const above = nodes[nodes.length - 2];
  return above.kind.startsWith('InputObject')
    ? DirectiveLocation.INPUT_FIELD_DEFINITION
    : DirectiveLocation.ARGUMENT_DEFINITION;
}
