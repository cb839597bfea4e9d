import { Budget } from '../../../Comparison';
import { isWellFormed } from '../../../text/isWellFormed';
import { parseText } from '../../../text/parseText';
import { inOrder } from './inOrder';
import { splitStatements } from './splitStatements';
import { ScriptMistake, Statement } from './Statement';
import { upwards } from './upwards';
import { withoutRolledBack } from './withoutRolledBack';

const MOST_FILES = 10_000;

/**
 * Reads one script, or the migrations of a JSON object of path → text in the order of their names, as the statements that
 * were in effect at its end.
 *
 * @throws ScriptMistake - for a text that is no script, or over the budget.
 */
export function readScript(text: string, budget: Budget): Statement[] {
  if (Buffer.byteLength(text, 'utf8') > budget.bytes) {
    throw new ScriptMistake(
      `The text is larger than ${budget.bytes} bytes; split it or raise the limit.`,
      undefined,
      'too-large',
    );
  }
  // The parser ends at this character, and would pass over the rest.
  if (text.includes('\u0000') || !isWellFormed(text)) {
    throw new ScriptMistake('The text is not UTF-8; save it as UTF-8.');
  }
  const script = text.replace(/^\uFEFF/, '');
  if (script.trim().startsWith('{')) return readMigrations(script, budget);
  return withoutRolledBack(splitStatements(upwards(script)));
}

function readMigrations(text: string, budget: Budget): Statement[] {
  const parsed = parseText(text, budget);
  if (parsed.outcome === 'failed') {
    const { message, line, reason } = parsed.failure;
    throw new ScriptMistake(message, line, reason);
  }
  const files = Object.entries(Object(parsed.document.value));
  if (files.length === 0 || files.length > MOST_FILES) {
    throw new ScriptMistake(
      `A folder of migrations has between 1 and ${MOST_FILES} files.`,
    );
  }
  const odd = files.find(
    ([path, file]) => !/\.sql$/i.test(path) || typeof file !== 'string',
  );
  if (odd) {
    throw new ScriptMistake(
      `Migrations are given as a path that ends with .sql and a text; '${odd[0].slice(
        0,
        100,
      )}' is not.`,
    );
  }
  const texts = new Map(files as [string, string][]);
  return inOrder([...texts.keys()]).flatMap(path =>
    withoutRolledBack(splitStatements(upwards(texts.get(path)!), path)),
  );
}
