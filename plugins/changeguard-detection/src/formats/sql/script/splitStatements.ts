import { Lexer } from './Lexer';
import { OpenStatement } from './OpenStatement';
import { Statement } from './Statement';

/**
 * Cuts a script into statements as `psql` does: at semicolons outside of quotes, brackets and the `BEGIN … END` of a routine.
 * Lines for `psql` itself, rows after `COPY … FROM stdin` and comments are left out.
 *
 * @throws ScriptMistake - for what is never closed.
 */
export function splitStatements(text: string, file?: string): Statement[] {
  const lexer = new Lexer(text);
  const statements: Statement[] = [];
  let open: OpenStatement | undefined;
  for (let token = lexer.next(); token; token = lexer.next()) {
    if (token.kind === 'command') continue;
    if (token.kind === 'space' && !open) continue;
    if (token.kind === 'semicolon' && (!open || open.isComplete())) {
      if (!open) continue;
      statements.push(open.close(lexer.line, file));
      if (/^COPY\b.*\bFROM STDIN\b/.test(open.words)) lexer.skipRows();
      open = undefined;
      continue;
    }
    open ??= new OpenStatement(token.line);
    open.add(token.text, token.kind);
  }
  if (open) statements.push(open.close(lexer.line, file));
  return statements;
}
