import { statementName } from './statementName';

describe('statementName', () => {
  it.each([
    [
      '/* OutboxStore.claim */\n with claimed as (update outbox)',
      'OutboxStore.claim',
    ],
    ['select "a", "b" from "inbox" where "event_id" = $1', 'select inbox'],
    ['insert into "comments" ("id") values ($1)', 'insert comments'],
    ['update "schema_changes" set "status" = $1', 'update schema_changes'],
    ['delete from "subscriptions"', 'delete subscriptions'],
    ['BEGIN;', 'BEGIN'],
    ['COMMIT;', 'COMMIT'],
    ['SAVEPOINT trx94;', 'SAVEPOINT'],
    ['RELEASE SAVEPOINT trx94;', 'RELEASE SAVEPOINT'],
  ])('%s', (sql, name) => {
    expect(statementName(sql)).toBe(name);
  });
});
