import type { Check } from './Check.ts';
import { asOne, runTool } from './runTool.ts';

/** Every file is as Prettier would write it. */
export const format: Check = {
  name: 'format',
  run: async () =>
    asOne(await runTool('prettier', ['--check', '--loglevel', 'warn', '.'])),
};
