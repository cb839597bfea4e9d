import { StoryClient } from './StoryClient';
import { World } from './World';

/** What the people of the story know when it has ended. */
export interface Told {
  changeId: string;
  commentId: string;
  consumerId: string;
}

/** The text of the comment, which mentions somebody. */
export const commentText = 'Which release drops it, @user:default/erin?';

/**
 * Alice records a breaking change; Bob, who depends on it, looks at it, asks, and answers; Alice resolves it. Each step begins when
 * everybody has been told of the one before.
 *
 * @throws Error - when a step fails for good, or is never settled.
 */
export async function tellStory(world: World): Promise<Told> {
  const client = new StoryClient(() => world.instance());
  const settled = async (step: string) => {
    const rest = await world.settle();
    if (rest) throw new Error(`After '${step}': ${rest}`);
  };
  const look = async (id: string, times: string) => {
    await client.ask({
      name: `look ${times}`,
      who: 'bob',
      method: 'GET',
      path: `/schema-changes/${id}`,
    });
    await client.ask({
      name: `count unread ${times}`,
      who: 'bob',
      method: 'GET',
      path: '/notifications/unread-count',
    });
  };

  const { id: changeId } = await client.ask({
    name: 'record',
    who: 'alice',
    method: 'POST',
    path: '/schema-changes',
    body: {
      entityRef: 'api:default/orders',
      title: 'Field note goes away',
      findings: [
        {
          rule: 'field-removed',
          severity: 'breaking',
          pointer: '/Order/note',
          message: 'The field note is gone',
        },
      ],
    },
  });
  await settled('record');
  await look(changeId, 'before');

  const { id: commentId } = await client.ask({
    name: 'comment',
    who: 'bob',
    method: 'POST',
    path: `/schema-changes/${changeId}/comments`,
    body: { body: commentText },
  });
  await settled('comment');

  const { items } = await client.ask({
    name: 'list consumers',
    who: 'bob',
    method: 'GET',
    path: `/schema-changes/${changeId}/consumers`,
  });
  const { id: consumerId } = items.find(
    ({ entityRef }: { entityRef: string }) =>
      entityRef === 'component:default/checkout',
  );
  await client.ask({
    name: 'answer',
    who: 'bob',
    method: 'PUT',
    path: `/schema-changes/${changeId}/consumers/${consumerId}`,
    body: { state: 'migrating', note: 'With the next release' },
  });
  await settled('answer');

  await client.ask({
    name: 'resolve',
    who: 'alice',
    method: 'PUT',
    path: `/schema-changes/${changeId}`,
    body: { status: 'resolved', reason: 'Nobody reads it any more' },
  });
  await settled('resolve');
  await look(changeId, 'after');
  return { changeId, commentId, consumerId };
}
