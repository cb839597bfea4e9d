import type {
  AffectedConsumer,
  Comment,
  Notification,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import { waitFor } from '../processes/waitFor.ts';
import type { Cast } from './cast.ts';
import type { History } from './History.ts';
import type { ReplicaClient } from './ReplicaClient.ts';
import type { TakenMail } from './TakenMail.ts';

/** People wait for each other; a fault may stretch that, but not for ever. */
const PATIENCE_MS = 240_000;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What a story is told with. */
export interface StoryTools {
  client: ReplicaClient;
  history: History;
  /** Where people read their mails. */
  mails: readonly TakenMail[];
}

/** One change from its recording to its end, with everything that people do meanwhile, each step after the one before. */
export async function playStory(
  story: { title: string; cast: Cast },
  tools: StoryTools,
): Promise<void> {
  const { title, cast } = story;
  const { client, history } = tools;
  const { provider, consumer, consumerRef } = cast;
  const change = await client.call<SchemaChange>({
    by: provider,
    method: 'POST',
    path: '/changeguard/schema-changes',
    body: { entityRef: cast.entityRef, title, severity: 'breaking' },
    idempotencyKey: keyOf(title, 'record'),
  });
  const changeId = change.id;
  const path = `/changeguard/schema-changes/${changeId}`;
  history.note({ what: 'recorded', title, changeId, by: provider });
  // Whoever comes after it is over is told that it is over, and never that it began.
  await hear(tools, consumer, change);

  const comment = async (by: string, body: string) => {
    const { id: commentId } = await client.call<Comment>({
      by,
      method: 'POST',
      path: `${path}/comments`,
      body: { body },
      idempotencyKey: keyOf(title, `comment-${by}`),
    });
    history.note({ what: 'commented', title, changeId, by, commentId, body });
  };
  await comment(consumer, `When does ${title} come?`);

  const { items } = await client.call<Page<AffectedConsumer>>({
    by: consumer,
    method: 'GET',
    path: `${path}/consumers?limit=100`,
  });
  const mine = items.find(({ entityRef }) => entityRef === consumerRef);
  if (!mine) {
    throw new Error(`${consumerRef} is not among the consumers of ${title}`);
  }
  const answer = 'migrating';
  await client.call({
    by: consumer,
    method: 'PUT',
    path: `${path}/consumers/${mine.id}`,
    body: { state: answer, note: 'On our board.' },
    idempotencyKey: keyOf(title, 'answer'),
  });
  history.note({
    ...{ what: 'answered', title, changeId, by: consumer },
    ...{ entityRef: consumerRef, answer },
  });
  await comment(provider, `As soon as you are ready for ${title}.`);
  await client.call({
    by: provider,
    method: 'PUT',
    path,
    body: { status: 'resolved', reason: 'Everybody has moved on.' },
  });
  history.note({ what: 'resolved', title, changeId, by: provider });
}

/**
 * Waits until somebody finds a change among their notifications and in their mail: both are told apart, and each says no more of a
 * change that is over than that it is over.
 */
async function hear(
  { client, mails }: StoryTools,
  person: string,
  change: SchemaChange,
): Promise<void> {
  await waitFor(
    `${person} was notified of the change ${change.id}`,
    () => isNotified(client, person, change),
    { timeoutMs: PATIENCE_MS, everyMs: 300 },
  );
  await waitFor(
    `${person} had a mail about the change ${change.id}`,
    async () =>
      mails.some(
        one => one.changeId === change.id && one.to.startsWith(`${person}@`),
      ),
    { timeoutMs: PATIENCE_MS, everyMs: 300 },
  );
}

/** Reads page by page as far back as the change is old: while a fault held this one up, the others may have filled the first page. */
async function isNotified(
  client: ReplicaClient,
  person: string,
  { id, createdAt }: SchemaChange,
): Promise<boolean> {
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({
      limit: '100',
      ...(cursor && { cursor }),
    });
    const { items, nextCursor }: Page<Notification> = await client.call({
      by: person,
      method: 'GET',
      path: `/changeguard/notifications?${query}`,
    });
    if (items.some(({ changeId }) => changeId === id)) {
      return true;
    }
    // All of it: what was written late may bear the time at which its transaction began.
    const isOlder = items.every(
      one => Date.parse(one.createdAt) < Date.parse(createdAt),
    );
    cursor = isOlder ? null : nextCursor;
  } while (cursor !== null);
  return false;
}

function keyOf(title: string, step: string): string {
  return `${title}-${step}`.replaceAll(/[^\w-]+/g, '-');
}
