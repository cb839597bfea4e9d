import { ObjectWithArgs } from '@pgsql/types';
import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { allOf, strings } from '../parser/nodes';
import { typeWords } from './typeOf';

/** Takes away the routine that a statement names, by its arguments where it gives them. */
export function dropRoutine(
  object: ObjectWithArgs | undefined,
  database: Database,
): boolean {
  const keys = routinesNamed(object, database);
  for (const key of keys) database.routines.delete(key);
  return keys.length > 0;
}

/** The keys of the routines that a statement names. */
export function routinesNamed(
  object: ObjectWithArgs | undefined,
  database: Database,
): string[] {
  const names = strings(object?.objname);
  const path =
    names.length > 1
      ? pathOf(...names.slice(-2))
      : pathOf(database.home, names[0] ?? '');
  if (object?.args_unspecified) {
    return [...database.routines.keys()].filter(key =>
      key.startsWith(`${path}(`),
    );
  }
  const types = allOf('TypeName', object?.objargs).map(type =>
    typeWords(type, database),
  );
  const key = `${path}(${types.join(', ')})`;
  return database.routines.has(key) ? [key] : [];
}
