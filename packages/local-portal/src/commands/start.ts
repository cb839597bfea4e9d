import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkout } from '../checkout.ts';
import { samplePeople } from '../people/samplePeople.ts';
import { buildPortal } from '../portal/buildPortal.ts';
import { noteRunningPortal } from '../portal/RunningPortal.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { stopEverythingOnSignal } from '../processes/stopEverythingOnSignal.ts';
import { Progress } from '../report/Progress.ts';
import { startBlock } from '../report/startBlock.ts';
import { seedWithProgress } from '../seed/seedWithProgress.ts';
import { startBuiltPortal } from '../startBuiltPortal.ts';
import { startServices } from '../startServices.ts';
import { chosenPort, refuseTakenPort } from './chosenPort.ts';

/** `npm start`: the built portal with everything it needs, until one stops it. */
export async function start(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  const port = chosenPort(values.port ?? process.env.PORT, 7007);
  noteRunningPortal(`http://localhost:${port}`);
  await refuseTakenPort(port, 'npm start -- --port');

  const progress = new Progress();
  const stopping = stopEverythingOnSignal({
    exitCode: 0,
    onStop: () => progress.say('Stopping …'),
  });
  try {
    const [services] = await Promise.all([
      startServices({
        folder: checkout.local,
        durable: true,
        whenMissing: { redis: 'fall-back', pubsub: 'fall-back' },
        preferredPort: port,
        progress,
      }),
      buildPortal(progress),
    ]);
    const portal = await startBuiltPortal({
      services,
      folder: checkout.local,
      port,
      progress,
    });
    await seedWithProgress(portal.baseUrl, progress);
    process.stdout.write(
      startBlock({
        url: portal.baseUrl,
        services,
        people: samplePeople(),
        logFile: portal.logFile,
      }),
    );
    const how = await portal.process.exited;
    if (stopping.aborted) {
      return 0;
    }
    progress.say(`The portal ${how}. The end of ${portal.logFile}:`);
    progress.say(lastLines(portal.logFile));
    return 1;
  } catch (error) {
    if (stopping.aborted) {
      return 0;
    }
    throw error;
  } finally {
    await stopEverything();
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
