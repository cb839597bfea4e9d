import { Budget } from '../Comparison';
import { isWellFormed } from './isWellFormed';
import { lineOf } from './lineOf';
import { measureTree } from './measureTree';
import { parseYaml } from './parseYaml';
import { scanJson } from './scanJson';
import { TextDocument, TextFailure, TextResult } from './TextDocument';

/** Broken JSON above this size is not tried as YAML, which takes several times as long. */
const YAML_ATTEMPT_LIMIT = 1024 * 1024;

/**
 * Reads JSON or YAML within a budget. Never throws: what cannot be read is a failure with a sentence.
 *
 * Keys such as `__proto__` are kept as keys; nothing is fetched; only the first YAML document may be there.
 */
export function parseText(input: string, budget: Budget): TextResult {
  if (Buffer.byteLength(input, 'utf8') > budget.bytes) {
    return failed({
      reason: 'too-large',
      message: `The text is larger than ${budget.bytes} bytes; split it or raise the limit.`,
    });
  }
  const text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
  const odd = unreadableCharacter(text);
  if (odd) return failed(odd);
  if (text.trim() === '') {
    return failed({ reason: 'parse-error', message: 'The text is empty.' });
  }
  return /^\s*[[{]/.test(text)
    ? parseJson(text, budget)
    : parseAsYaml(text, budget);
}

function parseJson(text: string, budget: Budget): TextResult {
  const scan = scanJson(text);
  if (scan.depth > budget.depth) return failed(tooDeep(budget));
  // A name takes as much as a value does.
  if (scan.values + scan.members > budget.nodes) {
    return failed({
      reason: 'too-large',
      message: `The text has more than ${budget.nodes} names and values; split it.`,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (text.length > YAML_ATTEMPT_LIMIT) {
      return failed(explainJson(text, error));
    }
    const yaml = parseAsYaml(text, budget);
    return yaml.outcome === 'read'
      ? yaml
      : failed(explainJson(text, error, yaml.failure.line));
  }
  const document = { syntax: 'json', text, value } as const;
  return withinBudget(document, budget, scan.members);
}

function parseAsYaml(text: string, budget: Budget): TextResult {
  const result = parseYaml(text, budget);
  return result.outcome === 'read'
    ? withinBudget(result.document, budget)
    : result;
}

/** `members` is how many the text has; fewer in the value means that a key was given twice. */
function withinBudget(
  document: TextDocument,
  budget: Budget,
  members = 0,
): TextResult {
  const size = measureTree(document.value, document.syntax === 'yaml');
  if (size.outcome === 'cyclic') {
    return failed({
      reason: 'parse-error',
      message: 'An alias contains itself; a definition has to be finite.',
    });
  }
  if (size.members < members) {
    return failed({
      reason: 'parse-error',
      message:
        'An object has the same key twice; readers disagree about which one counts.',
    });
  }
  if (size.depth > budget.depth) return failed(tooDeep(budget));
  if (size.nodes > budget.nodes) {
    return failed({
      reason: 'too-large',
      message: `The text has more than ${budget.nodes} values once aliases are followed.`,
    });
  }
  return { outcome: 'read', document };
}

/** A NUL or a lone surrogate: the mark of UTF-16 or binary data read as UTF-8. */
function unreadableCharacter(text: string): TextFailure | undefined {
  const at = text.indexOf('\u0000');
  if (at === -1 && isWellFormed(text)) return undefined;
  return {
    reason: 'parse-error',
    message: 'The text is not UTF-8; save it as UTF-8.',
    line: at === -1 ? undefined : lineOf(text, at),
  };
}

/** The parser says where it stopped for some errors only; `line` is where another one did. */
function explainJson(text: string, error: unknown, line?: number): TextFailure {
  const said = error instanceof Error ? error.message : String(error);
  const at = /position (\d+)/.exec(said);
  return {
    reason: 'parse-error',
    message: `The text is not JSON: ${said.slice(0, 200)}.`,
    line: at ? lineOf(text, Number(at[1])) : line,
  };
}

function tooDeep(budget: Budget): TextFailure {
  return {
    reason: 'too-deep',
    message: `The text is nested more than ${budget.depth} levels deep.`,
  };
}

function failed(failure: TextFailure): TextResult {
  return { outcome: 'failed', failure };
}
