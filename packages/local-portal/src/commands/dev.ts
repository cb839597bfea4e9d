import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../checkout.ts';
import { samplePeople } from '../people/samplePeople.ts';
import { portalConfig, writeConfig } from '../portal/portalConfig.ts';
import { noteRunningPortal } from '../portal/RunningPortal.ts';
import { startProcess } from '../processes/ManagedProcess.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { stopEverythingOnSignal } from '../processes/stopEverythingOnSignal.ts';
import { Progress } from '../report/Progress.ts';
import { startBlock } from '../report/startBlock.ts';
import { seedWithProgress } from '../seed/seedWithProgress.ts';
import { startServices } from '../startServices.ts';
import { chosenPort, refuseTakenPort } from './chosenPort.ts';

/** `npm run dev`: the same services, with an app and a backend that follow edits. */
export async function dev(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, 'app-port': { type: 'string' } },
  });
  const port = chosenPort(values.port ?? process.env.PORT, 7007);
  const appPort = chosenPort(values['app-port'], 3000);
  const backendUrl = `http://localhost:${port}`;
  const appUrl = `http://localhost:${appPort}`;
  noteRunningPortal(backendUrl);
  await refuseTakenPort(port, 'npm run dev -- --port');
  await refuseTakenPort(appPort, 'npm run dev -- --app-port');

  const progress = new Progress();
  const stopping = stopEverythingOnSignal({
    exitCode: 0,
    onStop: () => progress.say('Stopping …'),
  });
  try {
    const services = await startServices({
      folder: checkout.local,
      durable: true,
      whenMissing: { redis: 'fall-back', pubsub: 'fall-back' },
      preferredPort: port,
      progress,
    });
    const written = join(checkout.local, 'app-config.local-portal.yaml');
    writeConfig(written, portalConfig(services, { backendUrl, appUrl, port }));
    process.stdout.write(
      startBlock({ url: appUrl, services, people: samplePeople() }),
    );
    const cli = startProcess({
      name: 'backstage-cli',
      command: process.execPath,
      args: [
        join(checkout.root, 'node_modules', '.bin', 'backstage-cli'),
        ...['repo', 'start'],
        ...['--config', join(checkout.root, 'app-config.yaml')],
        ...['--config', written],
      ],
      cwd: checkout.root,
      env: { ...process.env, METADATA_SERVER_DETECTION: 'none' },
      output: 'inherit',
      wholeGroup: true,
      needsOthers: true,
    });
    // Beside the portal, which takes a while to start and is of use without them.
    void seedWithProgress(backendUrl, progress);
    const how = await cli.exited;
    if (stopping.aborted) {
      return 0;
    }
    progress.say(`backstage-cli ${how}`);
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
