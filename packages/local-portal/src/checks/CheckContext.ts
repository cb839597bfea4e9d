import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { Progress } from '../report/Progress.ts';
import { findChromium, type Chromium } from '../services/chromium.ts';
import { startServices, type PortalServices } from '../startServices.ts';

/** Less than this is not worth calling memory. */
const ENOUGH_MEMORY_BYTES = 2 * 1024 ** 3;

/**
 * What checks share: services and a browser, come by when the first check asks and gone after the last.
 * A service that cannot be had fails every check that asks for it, with the same sentence.
 */
export class CheckContext {
  readonly progress = new Progress();
  /** Where checks leave what they found, for machines. */
  readonly results = join(checkout.cache, 'test-results');
  #folder?: string;
  #services?: Promise<PortalServices>;
  #chromium?: Promise<Chromium>;

  constructor() {
    rmSync(this.results, { recursive: true, force: true });
    mkdirSync(this.results, { recursive: true });
  }

  /** A folder that is gone afterwards, in memory where there is enough of it. */
  get folder(): string {
    if (!this.#folder) {
      this.#folder = mkdtempSync(join(memoryOrDisk(), 'changeguard-test-'));
      // PostgreSQL may have to run as another user, who could not reach its data otherwise.
      chmodSync(this.#folder, 0o755);
      process.once('exit', () => this.#removeFolder());
    }
    return this.#folder;
  }

  /** Fresh services, in no hurry to be durable. Redis is a must: nothing falls back in a test. */
  services(): Promise<PortalServices> {
    this.#services ??= startServices({
      folder: this.folder,
      durable: false,
      // Google's emulator cannot be had everywhere. The suite that both transports must pass always
      // runs on our simulator, and the report says when it did not also run on Google's.
      whenMissing: { redis: 'fail', pubsub: 'fall-back' },
      progress: this.progress,
    });
    return this.#services;
  }

  /** A browser that starts. */
  chromium(): Promise<Chromium> {
    this.#chromium ??= this.progress.during(
      'Looking for Chromium',
      findChromium,
    );
    return this.#chromium;
  }

  /** What was asked for and came about, for the report. */
  async used(): Promise<{ services?: PortalServices; chromium?: Chromium }> {
    const nothing = () => undefined;
    return {
      services: await this.#services?.catch(nothing),
      chromium: await this.#chromium?.catch(nothing),
    };
  }

  /** Variables by which tests find the services; the names starting with BACKSTAGE are Backstage's. */
  async environment(): Promise<NodeJS.ProcessEnv> {
    const { postgres, redis, pubsub, mailbox } = await this.services();
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      CI: '1',
      METADATA_SERVER_DETECTION: 'none',
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
        postgres.connection.url,
      BACKSTAGE_TEST_CACHE_REDIS7_CONNECTION_STRING: redis?.connection.url,
      CHANGEGUARD_TEST_REDIS_URL: redis?.connection.url,
      CHANGEGUARD_TEST_PUBSUB_EMULATOR_HOST: pubsub?.connection.emulatorHost,
      CHANGEGUARD_TEST_MAILBOX_URL: mailbox.connection.url,
    };
    // A client that finds this variable would talk to the emulator even where a test says otherwise.
    delete env.PUBSUB_EMULATOR_HOST;
    return env;
  }

  /** Stops what was started and leaves nothing behind. */
  async close(): Promise<void> {
    await stopEverything();
    const { services } = await this.used();
    await services?.stop();
    this.#removeFolder();
  }

  #removeFolder(): void {
    if (this.#folder) {
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }
}

function memoryOrDisk(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ENOUGH_MEMORY_BYTES ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
