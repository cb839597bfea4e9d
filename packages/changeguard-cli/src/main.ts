import { commands } from './commands/commands';
import { ExitCode, exitCodes } from './exitCodes';
import { failureInWords } from './failureInWords';
import { processTerminal, Terminal } from './Terminal';
import { UsageError } from './UsageError';
import { version } from '../package.json';

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
  if (args[0] === '--version') {
    terminal.out(version);
    return exitCodes.fine;
  }
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
    return explain(error, found.name, terminal);
  }
}

function find(args: string[]) {
  const name = Object.keys(commands).find(words =>
    words.split(' ').every((word, index) => args[index] === word),
  );
  return name === undefined
    ? null
    : {
        name,
        command: commands[name],
        rest: args.slice(name.split(' ').length),
      };
}

function overview(args: string[], terminal: Terminal): ExitCode {
  const all = Object.entries(commands);
  // Of commands of two words the first was typed, such as `audit`.
  const begun = all.filter(([name]) => name.startsWith(`${args[0]} `));
  const rest = begun.length > 0 ? args.slice(1) : args;
  const asked = args.length === 0 || ['--help', 'help'].includes(rest[0]);
  const say = asked ? terminal.out : terminal.err;
  if (!asked) {
    say(
      rest.length === 0
        ? `'${args[0]}' is the first word of a command.\n`
        : `There is no command '${args.join(' ')}'.\n`,
    );
  }
  say('Usage: changeguard <command> [options]\n');
  for (const [name, { summary }] of begun.length > 0 ? begun : all) {
    say(`  ${name.padEnd(16)}${summary}`);
  }
  say('\nchangeguard <command> --help says more about one.');
  say('changeguard --version says which version this is.');
  return asked ? exitCodes.fine : exitCodes.usage;
}

function explain(error: unknown, name: string, terminal: Terminal): ExitCode {
  terminal.err(failureInWords(error));
  if (!isUsageError(error)) return exitCodes.failed;
  terminal.err(`See "changeguard ${name} --help".`);
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
