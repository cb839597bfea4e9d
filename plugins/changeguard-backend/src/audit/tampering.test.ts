import { randomBytes } from 'crypto';
import { sealNext } from '@changeguard/audit-chain';
import fc from 'fast-check';
import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { randomIds } from '../ports/Ids';

jest.setTimeout(120_000);

const length = 20;
const runs = 400;

/** At place `a`; `b` is another one. */
type Tampering = (tx: Knex, at: { a: number; b: number }) => Promise<unknown>;

const recordAt = '(select record_id from audit_seals where seq = ?)';

async function forge(tx: Knex, seq: number, after: object = { forged: true }) {
  const id = randomIds.next();
  await tx.raw(
    `insert into audit_records (id, actor, actor_type, action, outcome, after, salt, at)
     values (?, 'user:default/mallory', 'user', 'audit.erased', 'success', cast(? as jsonb), ?, '2026-11-25T12:00:00Z')`,
    [id, JSON.stringify(after), randomBytes(32)],
  );
  await tx.raw(
    'update audit_records r set canonical = changeguard_audit_canonical(r) where id = ?',
    [id],
  );
  await tx('audit_seals').insert({
    seq,
    record_id: id,
    digest: randomBytes(32),
    prev: randomBytes(32),
    hash: randomBytes(32),
  });
}

/** Makes room at a place. */
async function moveUp(tx: Knex, from: number) {
  await tx.raw('update audit_seals set seq = -seq - 1 where seq >= ?', [from]);
  await tx.raw('update audit_seals set seq = -seq where seq < 0');
}

/** Seals everything anew, as whoever has the database can: no key is needed for it. */
async function rechain(tx: Knex) {
  const { rows } = await tx.raw(
    `select s.record_id, r.salt, r.canonical from audit_seals s
     join audit_records r on r.id = s.record_id order by s.seq`,
  );
  await tx('audit_seals').delete();
  let before: ReturnType<typeof sealNext> | null = null;
  for (const { record_id, salt, canonical } of rows) {
    before = sealNext(before, { salt, bytes: Buffer.from(canonical) });
    await tx('audit_seals').insert({ ...before, record_id });
  }
}

async function swap(tx: Knex, a: number, b: number) {
  const other = a === b ? (b % length) + 1 : b;
  await tx.raw('update audit_seals set seq = -1 where seq = ?', [a]);
  await tx.raw('update audit_seals set seq = ? where seq = ?', [a, other]);
  await tx.raw('update audit_seals set seq = ? where seq = -1', [other]);
}

async function edit(tx: Knex, a: number) {
  await tx.raw(
    `update audit_records set actor = 'user:default/mallory' where id = ${recordAt}`,
    [a],
  );
}

async function editWhole(tx: Knex, a: number) {
  await edit(tx, a);
  await tx.raw(
    `update audit_records r set canonical = changeguard_audit_canonical(r) where id = ${recordAt}`,
    [a],
  );
}

async function empty(tx: Knex, a: number) {
  await tx.raw(
    `update audit_records set salt = null, canonical = null, erased_at = now() where id = ${recordAt}`,
    [a],
  );
}

async function deleteBoth(tx: Knex, comparison: '=' | '>=', a: number) {
  await tx.raw(
    `delete from audit_records where id in (select record_id from audit_seals where seq ${comparison} ?)`,
    [a],
  );
  await tx.raw(`delete from audit_seals where seq ${comparison} ?`, [a]);
}

const tamperings: Record<string, Tampering> = {
  'edit what the log shows': (tx, { a }) => edit(tx, a),
  'edit what was sealed as well': (tx, { a }) => editWhole(tx, a),
  'edit and re-chain': async (tx, { a }) => {
    await editWhole(tx, a);
    await rechain(tx);
  },
  'edit a seal': (tx, { a, b }) =>
    tx('audit_seals')
      .where({ seq: a })
      .update({ [['digest', 'prev', 'hash'][b % 3]]: randomBytes(32) }),
  'take a content away': (tx, { a }) => empty(tx, a),
  'take a content away and say that it was erased': async (tx, { a }) => {
    await empty(tx, a);
    await forge(tx, length + 1, { ranges: [[a, a]] });
    const head = await tx('audit_seals').where({ seq: length }).first();
    const forged = await tx('audit_records as r')
      .join('audit_seals as s', 's.record_id', 'r.id')
      .where({ seq: length + 1 })
      .first('salt', 'canonical');
    const { salt, canonical } = forged;
    await tx('audit_seals')
      .where({ seq: length + 1 })
      .update(
        sealNext(
          { seq: length, hash: head.hash },
          { salt, bytes: Buffer.from(canonical) },
        ),
      );
  },
  'delete a record': (tx, { a }) =>
    tx.raw(`delete from audit_records where id = ${recordAt}`, [a]),
  'delete a record with its seal': (tx, { a }) => deleteBoth(tx, '=', a),
  'delete a record with its seal and re-chain': async (tx, { a }) => {
    await deleteBoth(tx, '=', a);
    await rechain(tx);
  },
  'take a seal away': (tx, { a }) =>
    tx('audit_seals').where({ seq: a }).delete(),
  'insert a record': async (tx, { a }) => {
    await moveUp(tx, a);
    await forge(tx, a);
  },
  'insert a record and re-chain': async (tx, { a }) => {
    await moveUp(tx, a);
    await forge(tx, a);
    await rechain(tx);
  },
  'swap two records': (tx, { a, b }) => swap(tx, a, b),
  'swap two records and re-chain': async (tx, { a, b }) => {
    await swap(tx, a, b);
    await rechain(tx);
  },
  'cut the end off': (tx, { a }) => deleteBoth(tx, '>=', a),
  'cut the end off and grow another': async (tx, { a }) => {
    await deleteBoth(tx, '>=', a);
    for (let seq = a; seq <= length; seq++) await forge(tx, seq);
    await rechain(tx);
  },
  'truncate everything but the checkpoints': tx =>
    tx.raw('truncate audit_records, audit_seals, audit_unsealed'),
};

describe('tampering with the database up to its newest checkpoint', () => {
  let knex: Knex;
  let bench: AuditBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    bench = new AuditBench(knex);
    await bench.append(length);
    await bench.seal();
  });

  const findings = (tamper: (tx: Knex) => Promise<unknown>) =>
    bench.findingsAfter(tamper);

  it('is not found where there is none', async () => {
    expect(await findings(async () => {})).toMatchObject({
      toSeq: length,
      firstBad: null,
      checkpoint: { seq: length, verified: true },
    });
  });

  it.each(Object.entries(tamperings))('is found: %s', async (_, tamper) => {
    const { firstBad } = await findings(tx => tamper(tx, { a: 7, b: 12 }));
    expect(firstBad).not.toBeNull();
  });

  it(`is found, ${runs} times of ${runs}`, async () => {
    const place = fc.integer({ min: 1, max: length });
    let tried = 0;
    // What fails is reported with its seed.
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(tamperings)),
        fc.record({ a: place, b: place }),
        async (name, at) => {
          tried++;
          const { firstBad } = await findings(tx => tamperings[name](tx, at));
          return firstBad !== null;
        },
      ),
      { numRuns: runs },
    );
    expect(tried).toBe(runs);
  });
});
