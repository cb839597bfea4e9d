import { ExitCode } from '../exitCodes';
import { Terminal } from '../Terminal';

/** One command. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** Everything about its arguments, as `--help` shows it. */
  usage: string;
  /**
   * @param args - what was typed after its name
   * @throws UsageError - when they are not understood
   */
  run(args: string[], terminal: Terminal): Promise<ExitCode>;
}
