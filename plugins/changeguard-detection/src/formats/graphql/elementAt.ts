import { ASTNode, GraphQLSchema } from 'graphql';
import { SourceRange } from '../../Finding';

/** A part of a schema: where it is written and, where it has one, its type. */
export interface SchemaElement {
  range?: SourceRange;
  type?: string;
  /** Why it is deprecated, where it is. */
  deprecationReason?: string;
}

interface Part {
  name?: string;
  astNode?: ASTNode | null;
  type?: unknown;
  deprecationReason?: string | null;
  args?: readonly Part[];
}

/** The part that a path such as `Query.user.id` or `@auth.role` names; a step it does not have ends the way. */
export function elementAt(schema: GraphQLSchema, path: string): SchemaElement {
  const [root, ...steps] = path.split('.').filter(step => step !== '');
  let part: Part | undefined | null = root?.startsWith('@')
    ? schema.getDirective(root.slice(1))
    : schema.getType(root ?? '');
  for (const step of steps) {
    if (step.startsWith('@')) break;
    part = part && memberOf(part, step);
  }
  if (!part) return {};
  const { astNode, type, deprecationReason } = part;
  return {
    range: rangeOf(astNode),
    type: type === undefined ? undefined : String(type),
    deprecationReason: deprecationReason ?? undefined,
  };
}

function memberOf(part: Part, name: string): Part | undefined {
  if ('getFields' in part) {
    const fields = part as { getFields(): Record<string, Part> };
    return fields.getFields()[name];
  }
  if ('getValue' in part) {
    const values = part as { getValue(value: string): Part | null };
    return values.getValue(name) ?? undefined;
  }
  return part.args?.find(arg => arg.name === name);
}

function rangeOf(node: ASTNode | null | undefined): SourceRange | undefined {
  if (!node?.loc) return undefined;
  return {
    startLine: node.loc.startToken.line,
    endLine: node.loc.endToken.line,
  };
}
