import { toError } from '@backstage/errors';
import { Health } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EventTransport,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { withDeadline } from './actors/withDeadline';
import { FailureStore } from './database/FailureStore';
import { OutboxStore } from './outbox/OutboxStore';
import { TransportConnection } from './outbox/TransportConnection';
import { CatalogPort } from './ports/CatalogPort';

type Dependency = Health['dependencies'][string];

/** An event that waits longer than this says that something is wrong. */
const patienceMs = 60_000;
const catalogDeadlineMs = 2_000;

async function outboxHealth(outbox: OutboxStore): Promise<Dependency> {
  const { unpublished, oldestUnpublishedMs } = await outbox.backlog();
  const late = oldestUnpublishedMs > patienceMs;
  return {
    state: late ? 'degraded' : 'fine',
    kind: 'outbox',
    message: late
      ? `${unpublished} events wait to be published, the oldest for ${Math.round(
          oldestUnpublishedMs / 1_000,
        )} s`
      : null,
  };
}

async function subscribersHealth(failures: FailureStore): Promise<Dependency> {
  const failing = await failures.bySubscriber({ longerThanMs: patienceMs });
  return {
    state: failing.length ? 'degraded' : 'fine',
    kind: 'subscribers',
    message: failing.length
      ? failing
          .map(
            ({ subscriber, events }) =>
              `${subscriber} fails on ${events} events`,
          )
          .join(', ')
      : null,
  };
}

/** Asks for an entity that nobody has: an answer is all that counts. */
async function catalogHealth(catalog: CatalogPort) {
  await withDeadline(
    () => catalog.getEntities(['component:default/changeguard-health']),
    catalogDeadlineMs,
    'Asking the catalog',
  );
  return { state: 'fine' as const };
}

async function guarded(
  kind: string,
  ask: () => Promise<{ state: Dependency['state']; message?: string | null }>,
): Promise<Dependency> {
  try {
    const { state, message } = await ask();
    return { state, kind, message: message ?? null };
  } catch (error) {
    return { state: 'away', kind, message: toError(error).message };
  }
}

/** What works and what does not, of everything that carries events to people. */
export async function pipelineHealth(deps: {
  connection: TransportConnection;
  transport: EventTransport;
  outbox: OutboxStore;
  failures: FailureStore;
  catalog: CatalogPort;
  channels: readonly NotificationChannel[];
}): Promise<Health['dependencies']> {
  const { connection, transport, outbox, failures, catalog, channels } = deps;
  const asked: [string, Promise<Dependency>][] = [
    ['transport', guarded(transport.kind, () => connection.health())],
    ['outbox', guarded('outbox', () => outboxHealth(outbox))],
    ['subscribers', guarded('subscribers', () => subscribersHealth(failures))],
    ['catalog', guarded('backstage-catalog', () => catalogHealth(catalog))],
    ...channels.map((channel): [string, Promise<Dependency>] => [
      `channel-${channel.id}`,
      guarded(channel.id, async () => channel.health?.() ?? { state: 'fine' }),
    ]),
  ];
  return Object.fromEntries(
    await Promise.all(
      asked.map(async ([name, health]) => [name, await health]),
    ),
  );
}
