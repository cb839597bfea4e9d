import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';

/** Runs a script of the comparison engines' package from its sources, with its output on this terminal; answers its exit code. */
export function runEngineScript(path: string[], args: string[]): number {
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      join('plugins', 'changeguard-detection', ...path),
      ...args,
    ],
    { cwd: checkout.root, stdio: 'inherit' },
  );
  return status ?? 1;
}
