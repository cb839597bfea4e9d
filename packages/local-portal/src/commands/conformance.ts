import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';

/** `npm run conformance`: measures the comparison engines with labelled pairs. */
export async function conformance(args: string[]): Promise<number> {
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      join('plugins', 'changeguard-detection', 'conformance', 'main.ts'),
      ...args,
    ],
    { cwd: checkout.root, stdio: 'inherit' },
  );
  return status ?? 1;
}
