import {
  ASTNode,
  DefinitionNode,
  DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  specifiedDirectives,
  specifiedScalarTypes,
  TypeExtensionNode,
  visit,
} from 'graphql';
import { locationOf } from './locationOf';

/** A document that can be built on its own, and what had to be put into it. */
export interface CompleteDocument {
  document: DocumentNode;
  stubs: Set<string>;
  missing: string[];
}

interface DirectiveUse {
  locations: Set<string>;
  args: Set<string>;
}

/**
 * Schemas of a federation, and those that frameworks complete, use directives and types that they do not define: those get
 * the plainest definition that fits their use. An extension of a type that is not there becomes its definition.
 */
export function completeDocument(parsed: DocumentNode): CompleteDocument {
  const definitions = defineExtended(parsed.definitions);
  const types = new Set(specifiedScalarTypes.map(({ name }) => name));
  const directives = new Set(specifiedDirectives.map(({ name }) => name));
  for (const definition of definitions) {
    if (isTypeDefinitionNode(definition)) types.add(definition.name.value);
    if (definition.kind === Kind.DIRECTIVE_DEFINITION)
      directives.add(definition.name.value);
  }
  const usedTypes = new Map<string, string>();
  const usedDirectives = new Map<string, DirectiveUse>();
  visit({ kind: Kind.DOCUMENT, definitions } as DocumentNode, {
    NamedType(node, _key, parent, _path, ancestors) {
      if (types.has(node.name.value)) return;
      const kind = stubKind(parent, ancestors);
      const known = usedTypes.get(node.name.value);
      if (!known || known === 'scalar') usedTypes.set(node.name.value, kind);
    },
    Directive(node, _key, _parent, _path, ancestors) {
      const name = node.name.value;
      if (directives.has(name)) return;
      const use = usedDirectives.get(name) ?? {
        locations: new Set(),
        args: new Set(),
      };
      use.locations.add(locationOf(ancestors));
      node.arguments?.forEach(arg => use.args.add(arg.name.value));
      usedDirectives.set(name, use);
    },
  });
  const written = [
    ...[...usedTypes].map(([name, kind]) =>
      kind === 'scalar' ? `scalar ${name}` : `${kind} ${name} { _: Boolean }`,
    ),
    ...[...usedDirectives].map(directiveStub),
  ];
  const added = written.length ? parse(written.join('\n')).definitions : [];
  return {
    document: { kind: Kind.DOCUMENT, definitions: [...definitions, ...added] },
    stubs: new Set([
      ...usedTypes.keys(),
      ...[...usedDirectives.keys()].map(name => `@${name}`),
    ]),
    missing: [...usedTypes.keys()],
  };
}

function directiveStub([name, { locations, args }]: [
  string,
  DirectiveUse,
]): string {
  const list = [...args].map(arg => `${arg}: String`).join(', ');
  return `directive @${name}${list && `(${list})`} repeatable on ${[
    ...locations,
  ].join(' | ')}`;
}

/** What a name is used as tells what it has to be. */
function stubKind(
  siblings: ASTNode | readonly ASTNode[] | undefined,
  ancestors: readonly (ASTNode | readonly ASTNode[])[],
): 'scalar' | 'interface' | 'type' {
  if (!Array.isArray(siblings)) {
    const owner = siblings as ASTNode | undefined;
    return owner?.kind === Kind.OPERATION_TYPE_DEFINITION ? 'type' : 'scalar';
  }
  const owner = ancestors[ancestors.length - 2] as ASTNode | undefined;
  return owner?.kind === Kind.UNION_TYPE_DEFINITION ||
    owner?.kind === Kind.UNION_TYPE_EXTENSION
    ? 'type'
    : 'interface';
}

/** The first extension of a type that nobody defines stands for its definition. */
function defineExtended(
  definitions: readonly DefinitionNode[],
): DefinitionNode[] {
  const defined = new Set(
    definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value),
  );
  const hasSchema = definitions.some(
    ({ kind }) => kind === Kind.SCHEMA_DEFINITION,
  );
  return definitions
    .filter(definition => !isEmptySchemaExtension(definition, hasSchema))
    .map(definition => {
      if (definition.kind === Kind.SCHEMA_EXTENSION && !hasSchema) {
        return {
          ...definition,
          kind: Kind.SCHEMA_DEFINITION,
          operationTypes: definition.operationTypes ?? [],
        };
      }
      if (!isTypeExtensionNode(definition)) return definition;
      if (defined.has(definition.name.value)) return definition;
      defined.add(definition.name.value);
      return definitionOf(definition);
    });
}

/** Federation's `extend schema @link(…)` names no operation, and means nothing to those who call it. */
function isEmptySchemaExtension(
  definition: DefinitionNode,
  hasSchema: boolean,
): boolean {
  return (
    definition.kind === Kind.SCHEMA_EXTENSION &&
    !hasSchema &&
    !definition.operationTypes?.length
  );
}

function definitionOf(extension: TypeExtensionNode): DefinitionNode {
  const kind = extension.kind.replace('Extension', 'Definition');
  return { ...extension, kind } as DefinitionNode;
}
