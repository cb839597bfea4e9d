import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_KINDS } from '../chaos/planFaults.ts';
import { runChaos } from '../chaos/runChaos.ts';
import { chaosReport, isFailed } from '../report/chaosReport.ts';
import type { Check } from './Check.ts';
import { asOne } from './runTool.ts';

const MINUTES = 2;
/** Any will do; this one begins with several kinds. */
const SEED = 3;

/** Three built backends that are killed and frozen while people work, on services of their own. */
export const processes: Check = {
  name: 'processes',
  async run(context) {
    const { pubsub } = await context.services();
    const folder = join(context.folder, 'chaos');
    mkdirSync(folder);
    const result = await runChaos({
      minutes: MINUTES,
      seed: SEED,
      // As everywhere in these checks: Google's emulator where there is one, else our simulator, and the report says which.
      transport: pubsub ? 'emulator' : 'simulator',
      kinds: FAULT_KINDS,
      folder,
      progress: context.progress,
    });
    process.stdout.write(chaosReport(SEED, result));
    return asOne(!isFailed(result));
  },
};
