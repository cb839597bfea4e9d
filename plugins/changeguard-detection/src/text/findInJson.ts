import { OffsetRange } from './findRanges';
import { PointerTree } from './PointerTree';
import { endOfString } from './scanJson';

/** Finds places in a text that `JSON.parse` took, skipping what nobody asked for. */
export function findInJson(
  text: string,
  tree: PointerTree,
): Map<string, OffsetRange> {
  const found = new Map<string, OffsetRange>();
  let at = 0;

  function skipSpace() {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  }

  function skipValue() {
    let depth = 0;
    do {
      skipSpace();
      const char = text[at];
      if (char === '"') at = endOfString(text, at);
      else {
        if (char === '{' || char === '[') depth++;
        else if (char === '}' || char === ']') depth--;
        else if (char !== ',' && char !== ':') {
          while (at < text.length && !/[\s,\]}]/.test(text[at])) at++;
          at--;
        }
        at++;
      }
    } while (depth > 0 && at < text.length);
  }

  function walk(node: PointerTree, from: number) {
    skipSpace();
    const open = text[at];
    if (node.children.size === 0 || (open !== '{' && open !== '[')) {
      skipValue();
    } else {
      at++;
      let index = 0;
      for (skipSpace(); at < text.length; skipSpace()) {
        if (text[at] === '}' || text[at] === ']') break;
        const start = at;
        let token = String(index);
        if (open === '{') {
          at = endOfString(text, at);
          token = JSON.parse(text.slice(start, at));
          skipSpace();
          at++;
        }
        const child = node.children.get(token);
        if (child) walk(child, start);
        else skipValue();
        index++;
        skipSpace();
        if (text[at] === ',') at++;
      }
      at++;
    }
    if (node.pointer !== undefined) {
      found.set(node.pointer, { start: from, end: at - 1 });
    }
  }

  skipSpace();
  walk(tree, at);
  return found;
}
