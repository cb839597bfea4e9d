import { ColumnType } from '../model/ColumnType';
import { Database } from '../model/Database';

/** A type without the domains around it. */
export interface ResolvedType {
  name: string;
  size: readonly string[];
  isArray: boolean;
  isEnum: boolean;
  /** Whether a domain around it asks for more. */
  isChecked: boolean;
}

/** What a type comes down to. */
export function resolveType(
  type: ColumnType,
  database: Database,
  seen: ReadonlySet<string> = new Set(),
): ResolvedType {
  const own = database.types.get(type.name);
  if (own?.kind !== 'domain' || !own.holds.type || seen.has(type.name)) {
    return { ...type, isEnum: own?.kind === 'enum', isChecked: false };
  }
  const base = resolveType(
    own.holds.type,
    database,
    new Set([...seen, type.name]),
  );
  return {
    ...base,
    isArray: base.isArray || type.isArray,
    isChecked: base.isChecked || own.constraints.size > 0 || own.holds.notNull,
  };
}
