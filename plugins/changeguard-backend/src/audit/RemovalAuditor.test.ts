import { digestOf } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { emptyTables } from '../__testUtils__/emptyTables';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { AuditRecordRow } from '../database/auditTables';
import { randomIds } from '../ports/Ids';
import { Findings } from './ChainAuditor';
import { erasureOf } from './removalRecords';
import { remainderOf } from './sealedContent';

jest.setTimeout(60_000);

const day = 24 * 3_600_000;
const bob = { type: 'user', ref: 'user:default/bob' } as const;
/** Bob's, which are erased. */
const erased = [5, 6, 9];
const at = '(select record_id from audit_seals where seq = :seq)';

/** Records 1–3 purged, those of Bob erased, the removals sealed. */
async function newTrail(
  knex: Knex,
  erase = (bench: AuditBench): Promise<unknown> => bench.erase(bob.ref),
): Promise<AuditBench> {
  const bench = new AuditBench(knex);
  for (let n = 0; n < 3; n++) {
    await knex('audit_records').insert({
      id: randomIds.next(),
      at: '2020-01-01T00:00:00Z',
      actor: 'user:default/alice',
      actor_type: 'user',
      action: 'schema-change.updated',
      outcome: 'success',
    });
  }
  const bobs = { actor: bob, entityRef: bob.ref, reason: 'Asked by Bob' };
  await bench.append([{}, bobs, { after: { owner: bob.ref } }, {}, {}, bobs]);
  await bench.seal();
  await erase(bench);
  expect(await bench.purger.purge(30 * day, 100)).toBe(3);
  await bench.seal();
  return bench;
}

const recordOf = async (db: Knex, seq: number): Promise<AuditRecordRow> =>
  (await db.raw(`select * from audit_records where id = ${at}`, { seq }))
    .rows[0];

describe('what removals left of the audit trail', () => {
  let bench: AuditBench;

  beforeAll(async () => {
    bench = await newTrail(await createTestDatabase());
  });

  const edit = (tx: Knex, seq: number, assignment: string) =>
    tx.raw(`update audit_records set ${assignment} where id = ${at}`, { seq });
  const drop = (tx: Knex, seq: number) =>
    tx.raw(`delete from audit_records where id = ${at}`, { seq });
  /** Appends what a removal said once more, changed, as whoever has the database can. */
  const repeat = (
    tx: Knex,
    { action, changed }: { action: string; changed: string },
  ) =>
    tx.raw(
      `set local session_replication_role = origin;
       insert into audit_records (id, actor, actor_type, action, outcome, after)
       select '${randomIds.next()}', actor, actor_type, '${action}', outcome, ${changed}
       from audit_records where action = 'audit.erased';
       set local session_replication_role = replica`,
    );

  it('is as they left it, and so is all the rest', async () => {
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      headSeq: 11,
      firstBad: null,
      remainderNotProved: 0,
    });
    const rows = await bench
      .knex('audit_records')
      .whereNotNull('erased_at')
      .orderBy('position');
    expect(rows).toMatchObject([
      { actor: 'erased', entity_ref: null, reason: null, canonical: null },
      { actor: 'user:default/alice', entity_ref: 'api:default/orders' },
      { actor: 'erased' },
    ]);
  });

  it.each([
    `actor = 'user:default/mallory'`,
    `actor_type = 'system'`,
    `on_behalf_of = 'user:default/alice'`,
    `action = 'schema-change.released'`,
    `outcome = 'denied'`,
    `entity_ref = 'api:default/payments'`,
    `change_id = gen_random_uuid()`,
    `event_id = gen_random_uuid()`,
    `sequence = 7`,
    `at = at + interval '1 day'`,
    `at = 'infinity'`,
    `origin = 'cli'`,
    `erased_at = erased_at - interval '1 day'`,
    `erased_at = null`,
    `reason = 'Because'`,
    `before = '{}'`,
    `after = '{"title": "Another"}'`,
    `request_id = 'request-1'`,
    `address = '192.0.2.1'`,
    `user_agent = 'a browser'`,
    `salt = null`,
  ])('is found when it is edited: %s', async assignment => {
    for (const seq of erased) {
      const { firstBad } = await bench.findingsAfter(tx =>
        edit(tx, seq, assignment),
      );
      expect(firstBad).toMatchObject({ seq, reason: 'altered-remainder' });
    }
  });

  it.each(erased)('is missed when it is deleted: record %s', async seq => {
    const { firstBad } = await bench.findingsAfter(tx => drop(tx, seq));
    expect(firstBad).toMatchObject({ seq, reason: 'record-missing' });
  });

  it.each([1, 2, 3])('is nothing where all were purged: %s', async seq => {
    const { firstBad } = await bench.findingsAfter(tx =>
      tx.raw(
        `insert into audit_records (id, at, actor, actor_type, action, outcome, erased_at)
         values (${at}, now(), 'user:default/mallory', 'user', 'schema-change.updated', 'success', now())`,
        { seq },
      ),
    );
    expect(firstBad).toMatchObject({ seq, reason: 'record-after-purge' });
  });

  it.each<[string, (tx: Knex) => Promise<unknown>]>([
    [
      'an edit, and what was kept of it with it',
      async tx => {
        await edit(tx, 5, `actor = 'user:default/mallory'`);
        const digest = digestOf(remainderOf(await recordOf(tx, 5)));
        await tx('audit_remainders').where({ seq: 5 }).update({ digest });
      },
    ],
    [
      'an edit, while nothing is kept any more',
      async tx => {
        await edit(tx, 5, `actor = 'user:default/mallory'`);
        await tx('audit_remainders').delete();
      },
    ],
    [
      'an edit, and an erasure that says nothing of what it left',
      async tx => {
        await edit(tx, 5, `actor = 'user:default/mallory'`);
        await repeat(tx, {
          action: 'audit.erased',
          changed: `after - 'remainders'`,
        });
      },
    ],
    [
      'an edit, and the same erasure as another record',
      async tx => {
        await edit(tx, 5, `actor = 'user:default/mallory'`);
        await repeat(tx, { action: 'audit.erased', changed: 'after' });
      },
    ],
    [
      'a deletion, and a purge made of the signature of the erasure',
      async tx => {
        await drop(tx, 5);
        await repeat(tx, {
          action: 'audit.purged',
          changed: `after - 'remainders'`,
        });
      },
    ],
    [
      'a deletion, and the whole erasure told as a purge',
      async tx => {
        await drop(tx, 5);
        await repeat(tx, { action: 'audit.purged', changed: 'after' });
      },
    ],
    [
      'what was kept of one record swapped for that of another',
      tx =>
        tx.raw(
          `update audit_remainders set digest = case seq
             when 5 then (select digest from audit_remainders where seq = 6)
             else (select digest from audit_remainders where seq = 5) end
           where seq in (5, 6)`,
        ),
    ],
    [
      'something kept that the erasure did not leave',
      tx =>
        tx.raw(
          `insert into audit_remainders (seq, removal_id, digest)
           select 7, removal_id, digest from audit_remainders limit 1`,
        ),
    ],
  ])('is found: %s', async (_, tamper) => {
    const { firstBad } = await bench.findingsAfter(tamper);
    expect(firstBad).toMatchObject({ seq: 5 });
    expect(firstBad?.reason).toMatch(/^(altered-remainder|record-missing)$/);
  });
});

describe('what removals left, from one release and key to the next', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await emptyTables(knex);
  });

  const edit = (tx: Knex, seq: number) =>
    tx.raw(
      `update audit_records set actor = 'user:default/mallory' where id = ${at}`,
      { seq },
    );

  it('is read once, however many erasures reach into how many stretches', async () => {
    const bench = new AuditBench(knex);
    const people = Array.from({ length: 12 }, (_, n) => `user:default/p-${n}`);
    const ofEach = people.map(ref => ({
      actor: { type: 'user', ref } as const,
    }));
    for (let round = 0; round < 5; round++) await bench.append(ofEach);
    await bench.seal();
    for (const ref of people) await bench.erase(ref);
    await bench.seal();
    const kept: unknown[] = [];
    let statements = 0;
    const listen = (
      { rows }: { rows: { places: unknown[] }[] },
      { sql }: Knex.Sql,
    ) => {
      if (!sql.includes('audit_remainders')) return;
      statements++;
      for (const { places } of rows) kept.push(...places);
    };
    knex.on('query-response', listen);
    let stretches = 0;
    for (let from: number | null = 1; from !== null; stretches++) {
      const found: Findings = await bench.auditor.check(from, people.length);
      expect(found).toMatchObject({ firstBad: null, remainderNotProved: 0 });
      from = found.nextSeq;
    }
    knex.off('query-response', listen);
    // The last is that of the erasures, of which nothing is gone.
    expect(stretches).toBe(6);
    expect(statements).toBe(5);
    expect(kept).toHaveLength(5 * people.length);
  });

  it('is counted where the release before erased it: its place is proved, and that it is there', async () => {
    const bench = await newTrail(knex, one => one.eraseAsBefore(bob.ref));
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      firstBad: null,
      nextSeq: null,
      remainderNotProved: 3,
    });
    expect(await bench.auditor.check(6, 2)).toMatchObject({
      firstBad: null,
      remainderNotProved: 1,
    });
    expect(await bench.findingsAfter(tx => edit(tx, 5))).toMatchObject({
      firstBad: null,
      remainderNotProved: 3,
    });
    const { firstBad } = await bench.findingsAfter(tx =>
      tx.raw(`delete from audit_records where id = ${at}`, { seq: 6 }),
    );
    expect(firstBad).toMatchObject({ seq: 6, reason: 'record-missing' });
  });

  it('is proved for one person and counted for another', async () => {
    const bench = await newTrail(knex, one => one.eraseAsBefore(bob.ref));
    await bench.erase('user:default/alice');
    await bench.seal();
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      firstBad: null,
      remainderNotProved: 3,
    });
    const { firstBad } = await bench.findingsAfter(tx => edit(tx, 7));
    expect(firstBad).toMatchObject({ seq: 7, reason: 'altered-remainder' });
  });

  it('is proved before the erasure is sealed, by its signature', async () => {
    const bench = new AuditBench(knex);
    await bench.append([{ actor: bob }]);
    await bench.seal();
    await bench.erase(bob.ref);
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      headSeq: 1,
      firstBad: null,
      remainderNotProved: 0,
    });
  });

  it('is proved without a key by what the chain holds of it', async () => {
    const bench = new AuditBench(knex, {
      isSigned: false,
    });
    await bench.append([{ actor: bob }, {}]);
    await bench.seal();
    await bench.erase(bob.ref);
    await bench.seal();
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      firstBad: null,
      remainderNotProved: 0,
    });
    const { firstBad } = await bench.findingsAfter(tx => edit(tx, 1));
    expect(firstBad).toMatchObject({ seq: 1, reason: 'altered-remainder' });
    // Claims for another erasure what the first one left, altered.
    const claimed = await bench.findingsAfter(async tx => {
      await edit(tx, 1);
      const digest = digestOf(remainderOf(await recordOf(tx, 1)));
      const id = randomIds.next();
      await tx('audit_remainders').update({ removal_id: id, digest });
      const after = erasureOf(id, [1], [{ seq: 1, digest }], null);
      await tx.raw('set local session_replication_role = origin');
      await new AuditBench(tx).append([{ id, action: 'audit.erased', after }]);
    });
    expect(claimed.firstBad).toMatchObject({
      seq: 1,
      reason: 'altered-remainder',
    });
    // Claims it in a record that has no id.
    const nameless = await bench.findingsAfter(async tx => {
      const id = randomIds.next();
      const after = erasureOf(
        id,
        [1],
        [{ seq: 1, digest: Buffer.alloc(32) }],
        null,
      );
      await tx.raw('set local session_replication_role = origin');
      await new AuditBench(tx).append([{ id, action: 'audit.erased', after }]);
      await tx.raw('set local session_replication_role = replica');
      await tx('audit_records')
        .where({ id })
        .update({ canonical: tx.raw(`replace(canonical, ?, 'nobody')`, [id]) });
    });
    expect(nameless.firstBad).toMatchObject({
      seq: 1,
      reason: 'altered-remainder',
    });
  });

  it('stays broken where it had been altered before: an erasure heals nothing', async () => {
    for (const assignment of [
      `actor = 'user:default/mallory'`,
      `canonical = replace(canonical, 'Bob', 'Rob')`,
      `salt = sha256(salt)`,
    ]) {
      await emptyTables(knex);
      const bench = new AuditBench(knex);
      await bench.append([{}, { actor: bob, reason: 'Asked by Bob' }, {}]);
      await bench.seal();
      await bench.knex.transaction(async tx => {
        await tx.raw('set local session_replication_role = replica');
        await tx.raw(
          `update audit_records set ${assignment} where id = ${at}`,
          {
            seq: 2,
          },
        );
      });
      expect(await bench.erase(bob.ref)).toEqual({ erased: 1, remaining: 0 });
      await bench.seal();
      const { firstBad } = await bench.auditor.check(1, 100);
      expect(firstBad).toMatchObject({ seq: 2, reason: 'altered-remainder' });
    }
  });

  it('goes with the record when it is purged, and what cannot be guessed stays', async () => {
    const bench = await newTrail(knex);
    expect(await bench.purger.purge(-2 * day, 5)).toBe(5);
    await bench.seal();
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      firstBad: null,
      nextSeq: null,
      remainderNotProved: 0,
    });
    expect(await bench.knex('audit_remainders').pluck('seq')).toHaveLength(3);
    const { firstBad } = await bench.findingsAfter(tx => edit(tx, 9));
    expect(firstBad).toMatchObject({ seq: 9, reason: 'altered-remainder' });
  });

  it('is gone by right when the places of an erasure are purged, and no others', async () => {
    const bench = new AuditBench(knex);
    await bench.append([{ actor: bob }, { actor: bob }]);
    await bench.seal();
    await bench.erase(bob.ref);
    expect(await bench.purger.purge(-2 * day, 2)).toBe(2);
    await bench.seal();
    expect(await bench.auditor.check(1, 100)).toMatchObject({
      firstBad: null,
      remainderNotProved: 0,
    });
  });

  it('holds the person under no name that differs in its case only', async () => {
    const bench = new AuditBench(knex);
    const spelled = 'user:default/Bob';
    await bench.append([
      { actor: { type: 'user', ref: spelled }, entityRef: spelled },
    ]);
    await bench.seal();
    await bench.erase(bob.ref);
    expect(await recordOf(bench.knex, 1)).toMatchObject({
      actor: 'erased',
      entity_ref: null,
    });
  });
});
