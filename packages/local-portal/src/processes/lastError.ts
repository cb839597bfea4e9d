/** As Node.js prints an error: its name at the start of a line, then its words. */
const PRINTED = /^(?:\w+Error|Error)\b/;
const STACK = /^\s+at /;

/**
 * The last error that a program of Node.js or a Backstage backend wrote, without its stack: what it printed before it ended, else
 * the last entry of its log that is one.
 */
export function lastError(output: string): string | undefined {
  const lines = output.trimEnd().split('\n');
  const printed = lines.findLastIndex(line => PRINTED.test(line));
  if (printed < 0) {
    return lines.map(loggedError).findLast(message => message !== undefined);
  }
  const rest = lines.slice(printed);
  const end = rest.findIndex(line => STACK.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).join('\n').trimEnd();
}

function loggedError(line: string): string | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    const { level, message } = JSON.parse(line) as Record<string, unknown>;
    return level === 'error' ? String(message) : undefined;
  } catch {
    // Cut off, or not an entry of the log.
    return undefined;
  }
}
