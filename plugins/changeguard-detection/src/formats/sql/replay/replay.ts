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
    if (DATA.test(statement.head)) continue;
    const { file, startLine, endLine } = statement;
    const step = { database, place: { file, startLine, endLine } };
    for (const node of parseStatement(statement)) follow(node, step);
  }
  return database;
}
