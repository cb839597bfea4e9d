import { Knex } from 'knex';
import { createTestDatabase } from '../../PipelineBench';
import { ClaimedEvent, OutboxStore } from '../../../outbox/OutboxStore';
import { playSchedules } from './playSchedules';
import { Stage } from './Stage';

jest.setTimeout(120_000);

/** Claims the newest event of all. */
class HastyOutboxStore extends OutboxStore {
  constructor(private readonly database: Knex) {
    super(database);
  }

  async claim({ token }: { token: string }): Promise<ClaimedEvent[]> {
    const { rows } = await this.database.raw<{ rows: ClaimedEvent[] }>(
      `update outbox set lease_token = ? where id in (
         select id from outbox where published_at is null order by sequence desc limit 1
       ) returning *`,
      [token],
    );
    return rows;
  }
}

describe('schedules', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  it('find nothing wrong with the pipeline', async () => {
    expect(
      await playSchedules(new Stage(knex), { runs: 15, seed: 1 }),
    ).toBeNull();
  });

  it('find a relay that overtakes, and say how to see it again', async () => {
    const stage = new Stage(knex, { outbox: new HastyOutboxStore(knex) });
    const report = await playSchedules(stage, { runs: 15, seed: 1 });
    expect(report).toMatch(/seed: 1, path: /);
    expect(report).toMatch(/handled in their order/);
  });
});
