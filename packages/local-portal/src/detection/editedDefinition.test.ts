import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkout } from '../checkout.ts';
import { SAMPLE_ORGANISATION } from '../people/samplePeople.ts';
import { userToken } from '../portal/userToken.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { waitFor } from '../processes/waitFor.ts';
import { startBuiltPortal, type BuiltPortal } from '../startBuiltPortal.ts';
import { startServices, type PortalServices } from '../startServices.ts';

const entity = 'api:default/orders-api';

interface Page<T> {
  items: T[];
}

interface Change {
  id: string;
  entityRef: string;
  status: string;
  source: string;
  title: string;
}

describe('a definition file of the sample organisation that somebody edits', () => {
  let folder: string;
  let organisation: string;
  let definition: string;
  let services: PortalServices;
  let portal: BuiltPortal;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detection-test-'));
    // Within the checkout: definitions also come from packages, which are looked for from the folder on upwards.
    mkdirSync(checkout.local, { recursive: true });
    organisation = mkdtempSync(join(checkout.local, 'edited-organisation-'));
    cpSync(SAMPLE_ORGANISATION, organisation, { recursive: true });
    definition = join(organisation, 'definitions', 'orders.openapi.yaml');
    services = await startServices({
      folder,
      durable: false,
      whenMissing: { redis: 'fall-back', pubsub: 'fall-back' },
    });
    portal = await startBuiltPortal({
      services,
      folder,
      config: {
        sampleOrganisation: { folder: organisation },
        changeguard: {
          transport: 'postgres',
          detection: {
            interval: { seconds: 2 },
            breakingChanges: 'announced',
          },
        },
      },
    });
  });

  after(async () => {
    await portal?.stop();
    await services?.stop();
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
    rmSync(organisation, { recursive: true, force: true });
  });

  async function read<T>(who: string, path: string): Promise<T> {
    const token = await userToken(who, portal.baseUrl);
    const response = await fetch(`${portal.baseUrl}/api/changeguard${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const body = (await response.json()) as T;
    assert.equal(response.status, 200, JSON.stringify(body));
    return body;
  }

  const until = (what: string, holds: () => Promise<boolean>) =>
    waitFor(what, holds, {
      timeoutMs: 60_000,
      everyMs: 500,
      process: portal.process,
      log: portal.logFile,
    });

  it('becomes an announced change, and its consumers are told', async () => {
    const revisions = () =>
      read<Page<{ comparison: { verdict: string } | null }>>(
        'alice',
        '/entities/api/default/orders-api/revisions',
      );
    await until('the first definition was stored', async () => {
      const { items } = await revisions();
      return items.length === 1;
    });

    const written = readFileSync(definition, 'utf8');
    const edited = written.replace(
      '/orders/{id}/cancellation:',
      '/orders/{id}/end:',
    );
    assert.notEqual(edited, written, 'there is something to edit');
    writeFileSync(definition, edited);

    await until('the break was seen', async () => {
      const { items } = await revisions();
      return items[0]?.comparison?.verdict === 'breaking';
    });
    const { items: changes } = await read<Page<Change>>(
      'bob',
      `/schema-changes?source=catalog&entityRef=${encodeURIComponent(entity)}`,
    );
    assert.equal(changes.length, 1);
    assert.equal(changes[0].status, 'announced');

    // Bob's team keeps the checkout, which uses the API; Carol has nothing to do with it.
    const told = async (who: string) => {
      const { items } = await read<Page<{ changeId: string; type: string }>>(
        who,
        '/notifications',
      );
      return items.filter(({ changeId }) => changeId === changes[0].id);
    };
    await until('Bob was told', async () => {
      const [first] = await told('bob');
      return first?.type === 'announced';
    });
    assert.deepEqual(await told('carol'), []);
  });
});
