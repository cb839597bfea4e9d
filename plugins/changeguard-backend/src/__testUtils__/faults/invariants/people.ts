import { isDeepStrictEqual } from 'util';
import { Who } from '../../people';
import { Answer, StoryClient } from '../StoryClient';
import { commentText } from '../tellStory';
import { Invariant, Outcome } from './Invariant';

const everybody: Who[] = ['alice', 'amy', 'bob', 'ben', 'erin'];

function ask(client: StoryClient, who: Who, path: string): Promise<Answer> {
  return client.ask({ name: `check ${path}`, who, method: 'GET', path });
}

/** What was acknowledged is there, once, and is all there is: repeated requests did nothing twice. */
export const keepsWhatWasAcknowledged: Invariant = {
  name: 'what was acknowledged is there, once',
  check: async ({ world, told }) => {
    const { rows } = await world.database.query(
      `select
         (select json_agg(json_build_array(id, status)) from schema_changes) as changes,
         (select json_agg(json_build_array(id, body)) from comments) as comments,
         (select json_agg(json_build_array(id, answer_state)) from affected_consumers where answer_state <> 'identified'
           and answer_state <> 'notified') as answers,
         (select json_agg(type order by sequence) from outbox) as events`,
    );
    const expected = {
      changes: [[told.changeId, 'resolved']],
      comments: [[told.commentId, commentText]],
      answers: [[told.consumerId, 'migrating']],
      events: [
        'schema-change.announced',
        'audience.snapshotted',
        'comment.added',
        'consumer.answered',
        'schema-change.resolved',
      ],
    };
    return isDeepStrictEqual(rows[0], expected)
      ? []
      : [`there is ${JSON.stringify(rows[0])}`];
  },
};

export const countsUnread: Invariant = {
  name: 'the unread counter is a recount',
  check: async ({ world }) => {
    const client = new StoryClient(() => world.instance());
    const { rows } = await world.database.query<{ who: string; n: number }>(
      `select recipient as who, count(*)::int as n from notifications where read_at is null group by 1`,
    );
    const counted = new Map(rows.map(({ who, n }) => [who, n]));
    const answers = await Promise.all(
      everybody.map(async who => {
        const { unread } = await ask(
          client,
          who,
          '/notifications/unread-count',
        );
        const n = counted.get(`user:default/${who}`) ?? 0;
        return unread === n ? [] : [`${who} is told ${unread} and has ${n}`];
      }),
    );
    return answers.flat();
  },
};

/** Compares with an instance that has no shared cache, and nothing in its own yet. */
export const answersAsWithoutCache: Invariant = {
  name: 'a cached answer is the uncached one',
  check: async ({ world, told }: Outcome) => {
    const uncached = await world.uncached();
    const fresh = new StoryClient(async () => uncached);
    const client = new StoryClient(() => world.instance());
    const path = `/schema-changes/${told.changeId}`;
    const answers = await Promise.all(
      everybody.map(async who => {
        await ask(client, who, path);
        const [cached, plain] = await Promise.all([
          ask(client, who, path),
          ask(fresh, who, path),
        ]);
        return isDeepStrictEqual(cached, plain)
          ? []
          : [
              `${who} reads ${JSON.stringify(cached)} for ${JSON.stringify(
                plain,
              )}`,
            ];
      }),
    );
    return answers.flat();
  },
};

export const keepsTheChain: Invariant = {
  name: 'the audit chain verifies, and nothing waits to be sealed',
  check: async ({ world }) => {
    const client = new StoryClient(() => world.instance());
    const { outcome, firstBad } = await ask(client, 'alice', '/audit/verify');
    const { rows } = await world.database.query<{ open: number }>(
      `select count(*)::int as open from audit_records a
       where not exists (select from audit_seals s where s.record_id = a.id)`,
    );
    return [
      ...(outcome === 'intact'
        ? []
        : [`it is ${outcome} at ${JSON.stringify(firstBad)}`]),
      ...(rows[0].open === 0 ? [] : [`${rows[0].open} records have no seal`]),
    ];
  },
};
