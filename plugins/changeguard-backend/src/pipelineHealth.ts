import { toError } from '@backstage/errors';
import { Health } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EventTransport,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { OutboxStore } from './outbox/OutboxStore';
import { TransportConnection } from './outbox/TransportConnection';

type Dependency = Health['dependencies'][string];

/** An event that waits longer than this says that something is wrong. */
const patienceMs = 60_000;

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
  channels: readonly NotificationChannel[];
}): Promise<Health['dependencies']> {
  const { connection, transport, outbox, channels } = deps;
  const asked: [string, Promise<Dependency>][] = [
    ['transport', guarded(transport.kind, () => connection.health())],
    ['outbox', guarded('outbox', () => outboxHealth(outbox))],
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
