import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { Check } from './Check.ts';
import { asOne, runTool } from './runTool.ts';

/** Everything type-checks: the packages, and the scripts that run before anything is installed. */
export const types: Check = {
  name: 'types',
  async run() {
    const memory = join(checkout.cache, 'tsc', 'packages.tsbuildinfo');
    const packages = await runTool('tsc', [
      ...['--noEmit', '--incremental', '--tsBuildInfoFile', memory],
    ]);
    const scripts = await runTool('tsc', ['--project', 'scripts']);
    return {
      passed: asOne(packages).passed + asOne(scripts).passed,
      failed: asOne(packages).failed + asOne(scripts).failed,
    };
  },
};
