import type { Check } from './Check.ts';
import { asOne, runTool } from './runTool.ts';

/** ESLint has nothing to say about any package. */
export const lint: Check = {
  name: 'lint',
  run: async () =>
    asOne(
      await runTool('backstage-cli', ['repo', 'lint', '--max-warnings', '0']),
    ),
};
