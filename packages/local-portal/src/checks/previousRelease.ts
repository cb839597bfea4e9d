import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { findPreviousRelease } from '../previousRelease/findPreviousRelease.ts';
import { unpackRelease } from '../previousRelease/unpackRelease.ts';
import type { Check } from './Check.ts';
import { readJestResult } from './readResults.ts';
import { runTool } from './runTool.ts';

/**
 * What a release does all day: takes requests, tells people, sends, publishes. Patterns of paths, since the folders of `service/` are not
 * the same in every release.
 */
const TESTS = [
  'src/pipeline.test.ts',
  'src/service/.*updateSchemaChange.test.ts',
  'src/service/.*discussion.test.ts',
  'src/service/.*answerForConsumer.test.ts',
  'src/outbox/OutboxRelay.test.ts',
  'src/outbox/Reconciler.test.ts',
  'src/deliveries/DeliveryWorker.test.ts',
  'src/transport/PostgresTransport.test.ts',
];

/**
 * The code of the previous release runs on today's schema, because replicas of both run side by side while one is rolled out: its own
 * tests, on databases that today's migrations have made.
 */
export const previousRelease: Check = {
  name: 'previous',
  async run(context) {
    const release = await findPreviousRelease(checkout.root);
    const backend = await unpackRelease({
      root: checkout.root,
      release,
      folder: join(checkout.cache, 'previous-release'),
    });
    context.progress.say(`The code of ${release} on today's schema`);
    const file = join(context.results, 'previous.json');
    const isFine = await runTool(
      'backstage-cli',
      [
        ...['package', 'test', '--watchAll=false', '--json'],
        ...[`--outputFile=${file}`, '--testPathPatterns', ...TESTS],
      ],
      { cwd: backend, env: await context.environment() },
    );
    return readJestResult(file, isFine);
  },
};
