import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { startBroker, type Broker } from '../chaos/Broker.ts';
import { userToken } from '../portal/userToken.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { startBuiltPortal, type BuiltPortal } from '../startBuiltPortal.ts';
import { startServices, type PortalServices } from '../startServices.ts';
import { HeldCommit } from './HeldCommit.ts';
import { settled, told, type Places } from './Told.ts';

describe('a backend that is killed', () => {
  let folder: string;
  let services: PortalServices;
  let broker: Broker;
  let portal: BuiltPortal;
  let places: Places;
  let alice: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crash-test-'));
    services = await startServices({
      folder,
      durable: false,
      whenMissing: { redis: 'fail', pubsub: 'fall-back' },
    });
    broker = await startBroker(services.pubsub ? 'emulator' : 'simulator', {
      services,
      folder,
    });
    process.stdout.write(`Events travel over ${broker.description}\n`);
    portal = await startBuiltPortal({
      services,
      folder,
      config: { changeguard: broker.config },
    });
    const database = async (plugin: string) => {
      const client = new pg.Client({
        connectionString: `${services.postgres.connection.url}/backstage_plugin_${plugin}`,
      });
      await client.connect();
      return client;
    };
    places = {
      changeguard: await database('changeguard'),
      notifications: await database('notifications'),
      mailboxUrl: services.mailbox.connection.url,
    };
    alice = await userToken('alice', portal.baseUrl);
  });

  after(async () => {
    await places?.changeguard.end();
    await places?.notifications.end();
    await portal?.stop();
    await broker?.close();
    await services?.stop();
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });

  async function record(title: string): Promise<{ id: string; title: string }> {
    const response = await fetch(
      `${portal.baseUrl}/api/changeguard/schema-changes`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${alice}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ entityRef: 'api:default/orders-api', title }),
      },
    );
    const change = (await response.json()) as { id: string; title: string };
    assert.equal(response.status, 201, JSON.stringify(change));
    return change;
  }

  /** Kills the backend while it is about to commit a row of a table, starts it again, and asks who was told. */
  async function killAt(
    moment: string,
    table: string,
    on: 'insert' | 'update',
  ): Promise<void> {
    const held = await HeldCommit.hold(places.changeguard, table, on);
    const change = await record(`Killed ${moment}`);
    await held.caught();
    await portal.kill('SIGKILL');
    await held.letGo();
    await portal.restart();
    await settled(places, change.id);

    const {
      notifications,
      portal: host,
      mails,
      audited,
      events,
    } = await told(places, change);
    assert.equal(notifications['user:default/bob'], 1);
    assert.equal(mails['bob@example.com'], 1);
    assert.ok(
      !('user:default/carol' in notifications),
      'Carol has nothing to do with it',
    );
    assert.ok(!('user:default/alice' in notifications), 'Alice did it herself');
    assert.deepEqual(host, notifications);
    for (const times of [notifications, mails, audited]) {
      assert.deepEqual(
        Object.entries(times).filter(([, count]) => count !== 1),
        [],
      );
    }
    assert.equal(Object.keys(audited).length, events);
  }

  const moments = [
    ['between commit and publish', 'outbox', 'update'],
    [
      'after the audience was frozen, before the acknowledgement',
      'affected_consumers',
      'insert',
    ],
    [
      'after the notifications were written, before the acknowledgement',
      'notifications',
      'insert',
    ],
    [
      'after the audit record was written, before the acknowledgement',
      'audit_records',
      'insert',
    ],
  ] as const;

  for (const [moment, table, on] of moments) {
    it(`${moment} has told everybody once after its restart`, () =>
      killAt(moment, table, on));
  }
});
