import { Command } from './commands/Command';
import { commands } from './commands/commands';
import { ExitCode, exitCodes } from './exitCodes';
import { processTerminal, Terminal } from './Terminal';
import { UsageError } from './UsageError';

/**
 * Runs what was typed.
 *
 * @returns what the process should end with: 0 fine, 1 not fine, 2 not understood, 3 could not be done
 * @public
 */
export async function main(
  args: string[],
  terminal: Terminal = processTerminal,
): Promise<number> {
  const found = find(args);
  if (!found) return overview(args, terminal);
  const { command } = found;
  if (found.rest.includes('--help')) {
    terminal.out(command.usage);
    return exitCodes.fine;
  }
  try {
    return await command.run(found.rest, terminal);
  } catch (error) {
    return explain(error, command, terminal);
  }
}

function find(args: string[]) {
  const name = Object.keys(commands).find(words =>
    words.split(' ').every((word, index) => args[index] === word),
  );
  return name === undefined
    ? null
    : { command: commands[name], rest: args.slice(name.split(' ').length) };
}

function overview(args: string[], terminal: Terminal): ExitCode {
  const asked = args.length === 0 || args[0] === '--help' || args[0] === 'help';
  const say = asked ? terminal.out : terminal.err;
  if (!asked) say(`There is no command '${args.join(' ')}'.\n`);
  say('Usage: changeguard <command> [options]\n');
  for (const [name, { summary }] of Object.entries(commands)) {
    say(`  ${name.padEnd(16)}${summary}`);
  }
  say('\nchangeguard <command> --help says more about one.');
  return asked ? exitCodes.fine : exitCodes.usage;
}

function explain(
  error: unknown,
  command: Command,
  terminal: Terminal,
): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(message);
  if (!isUsageError(error)) return exitCodes.failed;
  terminal.err(`\n${command.usage}`);
  return exitCodes.usage;
}

/** Ours, or one of `parseArgs` of Node. */
function isUsageError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return (
    error instanceof UsageError ||
    (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_'))
  );
}
