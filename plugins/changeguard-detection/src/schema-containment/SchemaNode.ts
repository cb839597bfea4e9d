import type { SchemaDocument } from './SchemaDocument';
import { childPointer } from '../text/JsonPointer';

/** One schema at its place in a document. */
export interface SchemaNode {
  value: unknown;
  /** Where it is written; one that was made, such as a negation, has a pointer of its own kind. */
  pointer: string;
  document: SchemaDocument;
}

/** Schemas that hold together; none: everything is allowed. */
export type Conjunction = readonly SchemaNode[];

/** A schema below another. */
export function childNode(
  node: SchemaNode,
  value: unknown,
  ...tokens: (string | number)[]
): SchemaNode {
  const pointer = tokens.reduce<string>(childPointer, node.pointer);
  return { value, pointer, document: node.document };
}

/** What tells conjunctions apart. */
export function keyOf(conjunction: Conjunction): string {
  return conjunction
    .map(node => `${node.document.id}#${node.pointer}`)
    .sort()
    .join('&');
}
