import { randomBytes } from 'crypto';
import { digestOf, GENESIS, hashOf, sealNext } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { remainderOf } from '../audit/sealedContent';
import { randomIds } from '../ports/Ids';

/** How long the trail is. */
export const length = 20;
/** Places of the trail whose records are purged. */
export const purged = [1, 2, 3];
/** Places of the trail whose records are erased. */
export const erased = [6, 7, 11, 15];
/** All of them. */
export const places = Array.from({ length }, (_, index) => index + 1);
const withRow = places.filter(seq => !purged.includes(seq));
const withContent = withRow.filter(seq => !erased.includes(seq));
/** One of them, by any number. */
const oneOf = (among: readonly number[], number: number) =>
  among[number % among.length];

/** What a column may be made, whatever it says. */
const edits = [
  `actor = 'user:default/mallory'`,
  `actor_type = case actor_type when 'system' then 'user' else 'system' end`,
  `on_behalf_of = 'user:default/mallory'`,
  `action = 'schema-change.withdrawn'`,
  `outcome = 'denied'`,
  `entity_ref = 'api:default/mallory'`,
  `change_id = gen_random_uuid()`,
  `event_id = gen_random_uuid()`,
  `sequence = 77`,
  `at = at - interval '1 minute'`,
  `origin = 'cli'`,
  `reason = 'Mallory said so'`,
  `before = '{"title": "Mallory"}'`,
  `after = '{"title": "Mallory"}'`,
  `request_id = 'mallory'`,
  `address = '203.0.113.7'`,
  `user_agent = 'mallory'`,
];

/** At place `a`; `b` is another one. */
type Tampering = (tx: Knex, at: { a: number; b: number }) => Promise<unknown>;

const recordAt = '(select record_id from audit_seals where seq = ?)';

/** Puts made-up records at places that are free. */
async function forge(
  tx: Knex,
  seqs: readonly number[],
  after: object = { forged: true },
) {
  const seals = seqs.map(seq => ({
    seq,
    record_id: randomIds.next(),
    digest: randomBytes(32),
    prev: randomBytes(32),
    hash: randomBytes(32),
  }));
  const ids = seals.map(seal => seal.record_id);
  await tx.raw(
    `insert into audit_records (id, actor, actor_type, action, outcome, after, salt, at)
     select forged.id, 'user:default/mallory', 'user', 'audit.erased', 'success', cast(? as jsonb), forged.salt, '2026-11-25T12:00:00Z'
     from unnest(cast(? as uuid[]), cast(? as bytea[])) as forged(id, salt)`,
    [JSON.stringify(after), ids, ids.map(() => randomBytes(32))],
  );
  await tx.raw(
    'update audit_records r set canonical = changeguard_audit_canonical(r) where id = any(cast(? as uuid[]))',
    [ids],
  );
  await tx('audit_seals').insert(seals);
}

/** Makes room at a place. */
async function moveUp(tx: Knex, from: number) {
  await tx.raw('update audit_seals set seq = -seq - 1 where seq >= ?', [from]);
  await tx.raw('update audit_seals set seq = -seq where seq < 0');
}

/** Seals everything anew, as whoever has the database can: no key is needed for it. */
async function rechain(tx: Knex) {
  const { rows } = await tx.raw(
    `select s.record_id, s.digest as sealed, r.salt, r.canonical from audit_seals s
     left join audit_records r on r.id = s.record_id order by s.seq`,
  );
  await tx('audit_seals').delete();
  let [seq, prev] = [0, GENESIS];
  const seals: object[] = [];
  for (const { record_id, sealed, salt, canonical } of rows) {
    seq++;
    const digest = canonical
      ? digestOf({ salt, bytes: Buffer.from(canonical) })
      : sealed;
    const hash = hashOf(prev, seq, digest);
    seals.push({ seq, record_id, digest, prev, hash });
    prev = hash;
  }
  await tx('audit_seals').insert(seals);
}

async function swap(tx: Knex, a: number, b: number) {
  const other = a === b ? (b % length) + 1 : b;
  await tx.raw('update audit_seals set seq = -1 where seq = ?', [a]);
  await tx.raw('update audit_seals set seq = ? where seq = ?', [a, other]);
  await tx.raw('update audit_seals set seq = ? where seq = -1', [other]);
}

async function edit(tx: Knex, a: number, b: number) {
  await tx.raw(
    `update audit_records set ${
      edits[b % edits.length]
    } where id = ${recordAt}`,
    [a],
  );
}

async function editWhole(tx: Knex, a: number, b: number) {
  await edit(tx, a, b);
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

/** Keeps of a record what it says now, as its erasure would have. */
async function keepAnew(tx: Knex, seq: number) {
  const record = await tx('audit_records')
    .whereRaw(`id = ${recordAt}`, [seq])
    .first();
  const digest = digestOf(remainderOf(record));
  await tx('audit_remainders').where({ seq }).update({ digest });
}

/** Says once more what the erasure said, without what it left, by the way that records take. */
async function repeatErasure(tx: Knex, action: string) {
  await tx.raw('set local session_replication_role = origin');
  await tx.raw(
    `insert into audit_records (id, actor, actor_type, action, outcome, after)
     select ?, actor, actor_type, ?, outcome, after - 'remainders'
     from audit_records where action = 'audit.erased'`,
    [randomIds.next(), action],
  );
}

/** By their names. */
export const tamperings: Record<string, Tampering> = {
  'edit what the log shows': (tx, { a, b }) => edit(tx, oneOf(withRow, a), b),
  'edit what was sealed as well': (tx, { a, b }) =>
    editWhole(tx, oneOf(withRow, a), b),
  'edit and re-chain': async (tx, { a, b }) => {
    await editWhole(tx, oneOf(withRow, a), b);
    await rechain(tx);
  },
  'edit what an erasure left': (tx, { a, b }) => edit(tx, oneOf(erased, a), b),
  'edit what an erasure left, and what was kept of it': async (
    tx,
    { a, b },
  ) => {
    await edit(tx, oneOf(erased, a), b);
    await keepAnew(tx, oneOf(erased, a));
  },
  'edit what an erasure left, and keep nothing': async (tx, { a, b }) => {
    await edit(tx, oneOf(erased, a), b);
    await tx('audit_remainders').delete();
  },
  'edit what an erasure left, and repeat the erasure': async (tx, { a, b }) => {
    await edit(tx, oneOf(erased, a), b);
    await tx('audit_remainders').delete();
    await repeatErasure(tx, 'audit.erased');
  },
  'edit what was kept of it': (tx, { a }) =>
    tx('audit_remainders')
      .where({ seq: oneOf(erased, a) })
      .update({ digest: randomBytes(32) }),
  'keep what no erasure left': (tx, { a }) =>
    tx.raw(
      `insert into audit_remainders (seq, removal_id, digest)
       select ?, removal_id, digest from audit_remainders limit 1`,
      [oneOf(withContent, a)],
    ),
  'delete what an erasure left': (tx, { a }) =>
    tx.raw(`delete from audit_records where id = ${recordAt}`, [
      oneOf(erased, a),
    ]),
  'delete what an erasure left, and say that it was purged': async (
    tx,
    { a },
  ) => {
    await tx.raw(`delete from audit_records where id = ${recordAt}`, [
      oneOf(erased, a),
    ]);
    await repeatErasure(tx, 'audit.purged');
  },
  'put a record where all were purged': (tx, { a }) =>
    tx.raw(
      `insert into audit_records (id, actor, actor_type, action, outcome, erased_at, at)
       values (${recordAt}, 'user:default/mallory', 'user', 'schema-change.updated', 'success', now(), now())`,
      [oneOf(purged, a)],
    ),
  'edit a seal': (tx, { a, b }) =>
    tx('audit_seals')
      .where({ seq: a })
      .update({ [['digest', 'prev', 'hash'][b % 3]]: randomBytes(32) }),
  'take a content away': (tx, { a }) => empty(tx, oneOf(withContent, a)),
  'take a content away and say that it was erased': async (tx, { a }) => {
    const seq = oneOf(withContent, a);
    await empty(tx, seq);
    await forge(tx, [length + 1], { ranges: [[seq, seq]] });
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
    tx.raw(`delete from audit_records where id = ${recordAt}`, [
      oneOf(withRow, a),
    ]),
  'delete a record with its seal': (tx, { a }) => deleteBoth(tx, '=', a),
  'delete a record with its seal and re-chain': async (tx, { a }) => {
    await deleteBoth(tx, '=', a);
    await rechain(tx);
  },
  'take a seal away': (tx, { a }) =>
    tx('audit_seals').where({ seq: a }).delete(),
  'insert a record': async (tx, { a }) => {
    await moveUp(tx, a);
    await forge(tx, [a]);
  },
  'insert a record and re-chain': async (tx, { a }) => {
    await moveUp(tx, a);
    await forge(tx, [a]);
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
    await forge(tx, places.slice(a - 1));
    await rechain(tx);
  },
  'truncate everything but the checkpoints': tx =>
    tx.raw('truncate audit_records, audit_seals, audit_unsealed'),
};
