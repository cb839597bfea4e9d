import { Database } from '../model/Database';

/** Takes a table or view away with its partitions, its sequences and, when it cascades, whatever needs it. */
export function dropRelation(
  path: string,
  database: Database,
  cascades: boolean,
): void {
  const relation = database.relations.get(path);
  if (!relation) return;
  database.relations.delete(path);
  for (const [key, { ownedBy }] of database.sequences) {
    if (ownedBy?.startsWith(`${path}.`)) database.sequences.delete(key);
  }
  for (const [key, { object }] of database.grants) {
    if (object === path) database.grants.delete(key);
  }
  for (const [other, { parents, reads, partitionOf }] of database.relations) {
    const isPart = partitionOf?.parent === path;
    if (isPart || (cascades && [...parents, ...reads].includes(path)))
      dropRelation(other, database, cascades);
  }
  for (const { constraints } of database.relations.values()) {
    for (const { name, references } of constraints.values()) {
      if (references?.relation === path) constraints.delete(name);
    }
  }
}
