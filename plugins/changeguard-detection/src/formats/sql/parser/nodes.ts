import { Node } from '@pgsql/types';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** What the parser calls the kinds of its nodes. */
export type NodeKind = KeysOf<Node>;

/** A node of one kind. */
export type NodeOf<K extends NodeKind> = Extract<Node, Record<K, unknown>>[K];

/** The node's kind. */
export function kindOf(node: Node): NodeKind {
  return Object.keys(node)[0] as NodeKind;
}

/** The node as one of a kind, if it is. */
export function as<K extends NodeKind>(
  kind: K,
  node: Node | undefined,
): NodeOf<K> | undefined {
  return node && isOf(kind, node) ? node[kind] : undefined;
}

function isOf<K extends NodeKind>(
  kind: K,
  node: object,
): node is Record<K, NodeOf<K>> {
  return kind in node;
}

/** The nodes of one kind among several. */
export function allOf<K extends NodeKind>(
  kind: K,
  nodes: readonly Node[] = [],
): NodeOf<K>[] {
  return nodes.flatMap(node => as(kind, node) ?? []);
}

/** Names written as a list of strings. */
export function strings(nodes: readonly Node[] = []): string[] {
  return allOf('String', nodes).map(({ sval }) => sval ?? '');
}
