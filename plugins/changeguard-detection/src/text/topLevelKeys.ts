/** Keys that are looked at; a definition has a handful. */
const MOST_KEYS = 10_000;

/**
 * The keys of the object that a JSON or YAML text holds, each with the beginning of its value, without reading the text as a
 * whole: cheap, and right for texts as people write them.
 */
export function topLevelKeys(text: string): Map<string, string> {
  return text.trimStart().startsWith('{') ? jsonKeys(text) : yamlKeys(text);
}

function jsonKeys(text: string): Map<string, string> {
  const keys = new Map<string, string>();
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
  let depth = 0;
  for (
    let found = token.exec(text);
    found && keys.size < MOST_KEYS;
    found = token.exec(text)
  ) {
    const [piece] = found;
    if (piece === '{' || piece === '[') depth += 1;
    else if (piece === '}' || piece === ']') depth -= 1;
    else if (depth === 1) {
      const value = text.slice(token.lastIndex, token.lastIndex + 60);
      if (/^\s*:/.test(value))
        keys.set(piece.slice(1, -1), value.replace(/^\s*:\s*/, ''));
    }
  }
  return keys;
}

function yamlKeys(text: string): Map<string, string> {
  const keys = new Map<string, string>();
  const line =
    /^(["']?)([^\s"'#:{}[\]-][^"':#{}[\]\n]{0,200})\1[ \t]*:(?=[ \t\r\n]|$)[ \t]*(.{0,60})/gm;
  for (
    let found = line.exec(text);
    found && keys.size < MOST_KEYS;
    found = line.exec(text)
  ) {
    keys.set(found[2].trim(), found[3]);
  }
  return keys;
}
