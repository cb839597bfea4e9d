import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { withEmptyTrail } from '../__testUtils__/withEmptyTrail';
import { randomIds } from '../ports/Ids';

jest.setTimeout(60_000);

const day = 24 * 3_600_000;

describe('the tables of the audit trail', () => {
  let knex: Knex;
  let bench: AuditBench;

  withEmptyTrail(trail => {
    bench = trail;
    knex = trail.knex;
  });

  /** As the release before the chain wrote its records, which named their time and knew none of the newer columns. */
  const insertAsBefore = (at: string) =>
    knex('audit_records').insert({
      id: randomIds.next(),
      event_id: randomIds.next(),
      change_id: randomIds.next(),
      sequence: 1,
      at,
      actor: 'user:default/alice',
      actor_type: 'user',
      action: 'schema-change.announced',
      outcome: 'success',
      entity_ref: 'api:default/orders',
      after: JSON.stringify({ status: 'announced' }),
      request_id: 'request-1',
      address: '192.0.2.1',
      user_agent: 'a browser',
    });

  it.each([
    `update audit_records set reason = 'another'`,
    'delete from audit_records',
    'truncate audit_records',
    `update audit_seals set hash = '\\x00'`,
    'delete from audit_seals',
    'truncate audit_seals',
    `update audit_remainders set digest = '\\x00'`,
    'delete from audit_remainders',
    'truncate audit_remainders',
    `set local changeguard.audit_removal = 'on'; delete from audit_records`,
  ])('refuse, even their owner: %s', async statement => {
    await bench.append(2);
    await bench.seal();
    await bench.erase('user:default/alice');
    await bench.seal();
    await expect(knex.transaction(tx => tx.raw(statement))).rejects.toThrow(
      /The audit trail is append-only: \w+ of audit_\w+ is/,
    );
    expect(await bench.auditor.check(1, 10)).toMatchObject({
      headSeq: 3,
      firstBad: null,
    });
    expect(await knex('audit_records')).toHaveLength(3);
  });

  it('seal what the release before the chain inserts, with times finer than milliseconds', async () => {
    await insertAsBefore('2026-11-25T12:00:00.123456Z');
    await bench.seal();
    expect(await bench.auditor.check(1, 10)).toMatchObject({
      headSeq: 1,
      firstBad: null,
      checkpoint: { seq: 1, verified: true },
    });
  });

  it('go on verifying after a purge, which is remembered as the next record', async () => {
    for (let n = 0; n < 3; n++) await insertAsBefore('2020-01-01T00:00:00Z');
    await bench.append(2);
    await bench.seal();
    expect(await bench.purger.purge(30 * day, 100)).toBe(3);
    await bench.seal();
    expect(await bench.auditor.check(1, 10)).toMatchObject({
      headSeq: 6,
      firstBad: null,
    });
    expect(await bench.chain.standing()).toMatchObject({ purgedUntil: 3 });
    const left = await knex('audit_records').orderBy('position');
    expect(left).toMatchObject([
      { action: 'schema-change.updated' },
      { action: 'schema-change.updated' },
      {
        action: 'audit.purged',
        actor: 'system:retention',
        after: { ranges: [[1, 3]] },
      },
    ]);
  });
});
