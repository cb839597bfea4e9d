import { Knex } from 'knex';
import { SealStore } from '../../../audit/SealStore';
import { KnexUnitOfWork } from '../../../database/KnexUnitOfWork';
import {
  ClaimedEvent,
  OutboxClaim,
  OutboxStore,
} from '../../../outbox/OutboxStore';
import { createTestDatabase } from '../../PipelineBench';
import { playSchedules } from './playSchedules';
import { Stage } from './Stage';

jest.setTimeout(120_000);

/** Claims the newest event of all. */
class HastyOutboxStore extends OutboxStore {
  constructor(private readonly database: Knex) {
    super(database);
  }

  async claim({ token }: { token: string }): Promise<OutboxClaim> {
    const { rows } = await this.database.raw<{ rows: ClaimedEvent[] }>(
      `update outbox set lease_token = ? where id in (
         select id from outbox where published_at is null order by sequence desc limit 1
       ) returning *`,
      [token],
    );
    return { events: rows, highest: '0' };
  }
}

/** Writes a wrong digest when it seals one record alone. */
class ForgetfulSealStore extends SealStore {
  constructor(private readonly database: Knex) {
    super({ knex: database, unitOfWork: new KnexUnitOfWork(database) });
  }

  async seal(token: string, limit: number): Promise<number | null> {
    const sealed = await super.seal(token, limit);
    if (sealed === 1) {
      await this.database.raw(
        `begin; set local session_replication_role = replica;
         update audit_seals set digest = sha256('') where seq = (select max(seq) from audit_seals);
         commit`,
      );
    }
    return sealed;
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

  it('find a sealer whose chain does not verify', async () => {
    const stage = new Stage(knex, { seals: new ForgetfulSealStore(knex) });
    const report = await playSchedules(stage, { runs: 15, seed: 1 });
    expect(report).toMatch(/the audit chain verifies: it is broken at/);
  });
});
