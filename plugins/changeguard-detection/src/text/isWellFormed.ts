/**
 * Whether a text has no half of a surrogate pair. Every Node that we run on has the method; the library our types are checked
 * against is older.
 */
export function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}
