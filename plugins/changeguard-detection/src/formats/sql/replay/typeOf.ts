import { TypeName } from '@pgsql/types';
import { ColumnType, typeText } from '../model/ColumnType';
import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { as, strings } from '../parser/nodes';
import { wordingOf } from '../parser/wording';

/** What PostgreSQL calls its types within, and what people call them. */
const WORDS: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'character varying',
  bpchar: 'character',
  varbit: 'bit varying',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
};

/** A type that a statement names. */
export function typeOf(
  written: TypeName | undefined,
  database: Database,
): ColumnType {
  const names = strings(written?.names);
  const size = (written?.typmods ?? []).map(node => {
    const ival = as('A_Const', node)?.ival;
    return ival ? String(ival.ival ?? 0) : wordingOf(node);
  });
  const name = nameOf(names, database);
  return {
    name: written?.pct_type ? `${name}%type` : name,
    size: name === 'numeric' && size.length === 1 ? [...size, '0'] : size,
    isArray: (written?.arrayBounds ?? []).length > 0,
  };
}

/** A type as text, with `setof` where it is. */
export function typeWords(
  written: TypeName | undefined,
  database: Database,
): string {
  const text = typeText(typeOf(written, database));
  return written?.setof ? `setof ${text}` : text;
}

function nameOf(names: readonly string[], database: Database): string {
  const last = names.at(-1) ?? '';
  const path = database.resolve('types', names);
  if (database.types.has(path) || database.relations.has(path)) return path;
  const isBuiltIn = names.length === 1 || names[0] === 'pg_catalog';
  if (isBuiltIn && Object.hasOwn(WORDS, last)) return WORDS[last];
  // Types of extensions: a dump says where they are, a migration does not.
  return isBuiltIn || names[0] === 'public' ? pathOf(last) : pathOf(...names);
}
