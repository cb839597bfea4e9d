import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { demandPython } from '../services/python.ts';
import type { Check } from './Check.ts';
import { readJestResult } from './readResults.ts';
import { runTool } from './runTool.ts';

/** The packages' own tests, those on real services among them. */
export const unit: Check = {
  name: 'unit',
  async run(context) {
    demandPython();
    const file = join(context.results, 'jest.json');
    const isFine = await runTool(
      'backstage-cli',
      [
        ...['repo', 'test', '--watchAll=false', '--json'],
        ...[`--outputFile=${file}`, `--maxWorkers=${availableParallelism()}`],
      ],
      { env: await context.environment() },
    );
    return readJestResult(file, isFine);
  },
};
