import { globSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { Check } from './Check.ts';
import { readTapResult } from './readResults.ts';
import { runNode } from './runTool.ts';

const TESTS = ['packages/local-portal/src/**/*.test.ts', 'scripts/*.test.mjs'];

/**
 * A check that runs tests of what starts the portal, with Node's own test runner.
 *
 * @param belongs - which of the test files
 */
function nodeTests(name: string, belongs: (file: string) => boolean): Check {
  return {
    name,
    async run(context) {
      const files = globSync(TESTS, { cwd: checkout.root });
      const file = join(context.results, `${name}.tap`);
      const isFine = await runNode(
        [
          ...['--disable-warning=ExperimentalWarning', '--test'],
          // They start servers, measure ports and look at processes: one file at a time.
          ...['--test-concurrency=1', '--test-timeout=300000'],
          ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
          ...['--test-reporter=tap', `--test-reporter-destination=${file}`],
          ...files.filter(belongs).sort(),
        ],
        { cwd: checkout.root, env: await context.environment() },
      );
      return readTapResult(file, isFine);
    },
  };
}

/** Folders of tests that need a built portal. */
const onBuiltPortal = ['/crash/', '/detection/'];

/** Tests of what starts the portal, on services that they start themselves. */
export const starter = nodeTests(
  'starter',
  file => !onBuiltPortal.some(folder => file.includes(folder)),
);

/** A definition that somebody edits becomes a change, and its consumers are told. */
export const detection = nodeTests('detection', file =>
  file.includes('/detection/'),
);

/** A backend that is killed at the worst moments tells everybody once all the same. */
export const crash = nodeTests('crash', file => file.includes('/crash/'));
