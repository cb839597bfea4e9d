/** Names, with or without quotes and a schema. */
const NAME = '((?:"[^"]+"|\\w+)(?:\\.(?:"[^"]+"|\\w+))?)';

/**
 * The schema that a migration seems to have been written for: the schemas, tables, columns and domains that it changes, drops or renames, with
 * whole numbers in every column. A case that is a migration alone becomes a pair by it.
 */
export function presumedBase(migration: string): string {
  const text = migration.replace(/--.*$/gm, '');
  const made = new Set(namesAfter(text, 'CREATE TABLE(?: IF NOT EXISTS)?'));
  const taken = new Set(namesAfter(text, 'ADD COLUMN'));
  const tables = new Map<string, Set<string>>();
  for (const statement of text.split(';')) {
    const [table] = namesAfter(
      statement,
      'ALTER TABLE(?: IF EXISTS)?(?: ONLY)?',
    ).concat(namesAfter(statement, 'DROP TABLE(?: IF EXISTS)?'));
    if (!table || made.has(table)) continue;
    const columns = tables.get(table) ?? new Set(['presumed']);
    tables.set(table, columns);
    for (const name of columnsIn(statement)) {
      if (!taken.has(name)) columns.add(name);
    }
  }
  const notNull = /DROP NOT NULL/i.test(text) ? ' NOT NULL' : '';
  const schemas = namesAfter(text, 'DROP SCHEMA').filter(
    name => !new RegExp(`CREATE SCHEMA.*\\b${name}\\b`, 'i').test(text),
  );
  return [
    ...schemas.map(name => `CREATE SCHEMA ${name};`),
    ...namesAfter(text, 'ALTER DOMAIN').map(
      name => `CREATE DOMAIN ${name} AS integer;`,
    ),
    ...[...tables].map(
      ([name, columns]) =>
        `CREATE TABLE ${name} (${[...columns]
          .map(column => `${column} integer${notNull}`)
          .join(', ')});`,
    ),
  ].join('\n');
}

function columnsIn(statement: string): string[] {
  const keys = /(?:UNIQUE|PRIMARY KEY|FOREIGN KEY) *\(([^)]*)\)/gi;
  return [
    ...namesAfter(statement, 'ALTER COLUMN'),
    ...namesAfter(statement, 'DROP COLUMN(?: IF EXISTS)?'),
    ...namesAfter(statement, 'RENAME COLUMN'),
    ...[...statement.matchAll(keys)].flatMap(([, list]) =>
      list.split(',').map(name => name.trim()),
    ),
  ];
}

function namesAfter(text: string, words: string): string[] {
  const pattern = `\\b${words.replaceAll(' ', '\\s+')}\\s+${NAME}`;
  return [...text.matchAll(new RegExp(pattern, 'gi'))].map(([, name]) => name);
}
