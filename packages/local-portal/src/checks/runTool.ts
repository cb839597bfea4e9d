import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { ENDED_WELL, startProcess } from '../processes/ManagedProcess.ts';

/**
 * Runs one of the tools in node_modules with its output on the terminal.
 *
 * @returns whether it ended well
 */
export async function runTool(
  tool: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<boolean> {
  const { env = process.env, cwd = checkout.root } = options;
  return runNode([join(checkout.root, 'node_modules', '.bin', tool), ...args], {
    env,
    cwd,
  });
}

/** Runs Node with its output on the terminal, and whatever it starts in one group with it. */
export async function runNode(
  args: string[],
  options: { env: NodeJS.ProcessEnv; cwd: string },
): Promise<boolean> {
  const running = startProcess({
    name: args[0],
    command: process.execPath,
    args,
    ...options,
    output: 'inherit',
    wholeGroup: true,
    needsOthers: true,
  });
  return (await running.exited) === ENDED_WELL;
}

/** The result of a tool that has one thing to say. */
export function asOne(isFine: boolean) {
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 };
}
