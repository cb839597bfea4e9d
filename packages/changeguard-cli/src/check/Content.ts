/** What was read: the bytes of a file, or of each migration of a folder by its path in there. */
export type Content = Uint8Array | ReadonlyMap<string, Uint8Array>;

/** Whether a file of a folder is part of its definition, which is then one of SQL. */
export function isMigration(path: string): boolean {
  return /\.sql$/i.test(path);
}
