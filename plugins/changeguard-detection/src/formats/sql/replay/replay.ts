import { Database } from '../model/Database';
import { parseStatement } from '../parser/parseStatement';
import { Statement } from '../script/Statement';
import { follow } from './follow';

/** Statements that are known to be harmless by their first word, and may be too long to be parsed. */
const DATA = /^(INSERT|UPDATE|DELETE|MERGE|VALUES|COPY)\b/;

/**
 * The schema that statements, one after another, have made.
 *
 * @throws ScriptMistake - for a statement that PostgreSQL would not read.
 */
export function replay(statements: readonly Statement[]): Database {
  const database = new Database();
  for (const statement of statements) {
    if (isData(statement)) continue;
    const { file, startLine, endLine } = statement;
    const step = { database, place: { file, startLine, endLine } };
    for (const node of parseStatement(statement)) follow(node, step);
  }
  return database;
}

/** Of queries only those count that make a table or set the search path. */
function isData({ head, text }: Statement): boolean {
  if (DATA.test(head)) return true;
  return head.startsWith('SELECT') && !/\binto\b|set_config/i.test(text);
}
