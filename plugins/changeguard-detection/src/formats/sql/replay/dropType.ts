import { Database } from '../model/Database';
import { dropColumn } from './dropColumn';

/** Takes a type away; when it cascades, with the columns that hold it. */
export function dropType(
  path: string,
  database: Database,
  cascades: boolean,
): void {
  if (!database.types.delete(path) || !cascades) return;
  for (const relation of database.relations.values()) {
    for (const column of relation.columns.values()) {
      if (column.type?.name === path)
        dropColumn(relation, column.name, database, true);
    }
  }
}
