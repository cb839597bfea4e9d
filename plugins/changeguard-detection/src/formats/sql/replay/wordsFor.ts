/** What the parser calls something, in words: `OBJECT_TSCONFIGURATION`, `CreateCastStmt`. */
export function wordsFor(name: string): string {
  return name
    .replace(/^OBJECT_|Stmt$/g, '')
    .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
    .toUpperCase();
}
