import { Node } from '@pgsql/types';
import { hasSqlDetails, parseSync } from 'libpg-query';
import { lineOf } from '../../../text/lineOf';
import { ScriptMistake, Statement } from '../script/Statement';

/**
 * Reads a statement with PostgreSQL's own parser, which has to be loaded.
 *
 * @throws ScriptMistake - for what PostgreSQL would not read.
 */
export function parseStatement(statement: Statement): Node[] {
  try {
    const { stmts = [] } = parseSync(statement.text);
    return stmts.flatMap(({ stmt }) => (stmt ? [stmt] : []));
  } catch (error) {
    throw mistakeOf(error, statement);
  }
}

function mistakeOf(error: unknown, statement: Statement): ScriptMistake {
  const where = statement.file ? ` in ${statement.file.slice(0, 200)}` : '';
  if (!hasSqlDetails(error) || /memory exhausted/.test(error.message)) {
    return new ScriptMistake(
      `The statement${where} is too large or nested too deeply to be read; split it or write it flatter.`,
      statement.startLine,
      'too-deep',
    );
  }
  const { message, sqlDetails } = error;
  const offset = sqlDetails?.cursorPosition ?? 0;
  return new ScriptMistake(
    `The text${where} is not PostgreSQL: ${message.slice(0, 200)}.`,
    statement.startLine + lineOf(statement.text, offset) - 1,
  );
}
