import { pointerTokens } from './JsonPointer';

/** Pointers that are looked for, as a tree: one walk over a text finds all of them. */
export interface PointerTree {
  /** The pointer that ends here, where one does. */
  pointer?: string;
  children: Map<string, PointerTree>;
}

/** The tree of some pointers. */
export function pointerTree(pointers: Iterable<string>): PointerTree {
  const root: PointerTree = { children: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const token of pointerTokens(pointer)) {
      let next = node.children.get(token);
      if (!next) {
        next = { children: new Map() };
        node.children.set(token, next);
      }
      node = next;
    }
    node.pointer = pointer;
  }
  return root;
}
