import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { withEmptyTrail } from '../__testUtils__/withEmptyTrail';
import { noOrigin } from '../audience/systemActor';

jest.setTimeout(120_000);

const people = ['ann', 'bob', 'eve'].map(name => `user:default/${name}`);

describe('AuditEraser', () => {
  let knex: Knex;
  let bench: AuditBench;

  withEmptyTrail(trail => {
    bench = trail;
    knex = trail.knex;
  });

  /** Each of these people in turn. */
  const append = (count: number) =>
    knex.raw(
      `insert into audit_records (id, actor, actor_type, action, outcome)
       select gen_random_uuid(), (cast(? as text[]))[1 + n % 3], 'user', 'schema-change.updated', 'success'
       from generate_series(1, ?) n`,
      [people, count],
    );

  it('erases and vouches for more than one statement takes', async () => {
    await append(7_500);
    await bench.seal();
    expect(await bench.erase('user:default/bob')).toEqual({
      erased: 2_500,
      remaining: 0,
    });
    await bench.seal();
    const removal = await knex('audit_records')
      .where({ action: 'audit.erased' })
      .first();
    expect(removal.after.remainders).toMatchObject({ count: 2_500 });
    expect(await bench.auditor.check(1, 20_000)).toMatchObject({
      headSeq: 7_501,
      nextSeq: null,
      firstBad: null,
      remainderNotProved: 0,
    });
  });

  it('takes as long as a long trail does, however long a transaction may take', async () => {
    await append(9);
    await bench.seal();
    await knex.transaction(async tx => {
      await tx.raw("set local transaction_timeout = '30s'");
      const erased = await bench.eraser.erase(tx, {
        userRef: 'user:default/bob',
        actor: { type: 'user', ref: 'user:default/frank' },
        origin: noOrigin,
        reason: 'Has left',
      });
      expect(erased).toEqual({ erased: 3, remaining: 0 });
      const { rows } = await tx.raw('show transaction_timeout');
      expect(rows).toEqual([{ transaction_timeout: '0' }]);
    });
  });

  it.each([
    ['a word', 'not-json'],
    ['a list', '["not-json"]'],
    ['a text with a zero', String.raw`{"reason": "not-json \u0000"}`],
  ])(
    'erases what somebody made no content and sealed anew, and does not vouch for it: %s',
    async (_, made) => {
      const [bob] = people.slice(1);
      await append(9);
      await bench.seal();
      await knex.transaction(async tx => {
        await tx.raw('set local session_replication_role = replica');
        await tx.raw(
          `with forged as (
             update audit_records r set canonical = replace(cast(? as text), 'not-json', actor) from audit_seals s
             where s.record_id = r.id and r.actor = ? and s.seq > 5
             returning r.id, r.salt, r.canonical
           )
           update audit_seals s set digest = sha256(f.salt || convert_to(f.canonical, 'UTF8')) from forged f
           where s.record_id = f.id`,
          [made, bob],
        );
      });
      expect(await bench.erase(bob)).toEqual({ erased: 3, remaining: 0 });
      expect(await knex('audit_remainders').pluck('seq')).toEqual(['1', '4']);
      expect(await knex('audit_records').where({ actor: bob })).toEqual([]);
    },
  );

  it('vouches once for each record, and nothing is ever found broken, while it is sealed, purged, erased twice and verified at once', async () => {
    await append(600);
    await bench.seal();
    let isOver = false;
    const whileOthersWork = async (work: () => Promise<unknown>) => {
      while (!isOver) await work();
    };
    let total = 0;
    const erase = async (person: string) => {
      const { erased } = await bench.erase(person);
      total += erased;
    };
    const found: unknown[] = [];
    const work = Promise.all([
      ...[...people, ...people].map(erase),
      bench.purger.purge(-2 * 24 * 3_600_000, 100),
      append(300),
    ]).finally(() => {
      isOver = true;
    });
    await Promise.all([
      work,
      whileOthersWork(() => bench.seal()),
      whileOthersWork(async () => {
        found.push((await bench.auditor.check(1, 2_000)).firstBad);
      }),
    ]);
    for (const person of people) await erase(person);
    await bench.seal();
    for (const person of people) await erase(person);
    await bench.seal();

    expect(new Set(found)).toEqual(new Set([null]));
    expect(await bench.auditor.check(1, 2_000)).toMatchObject({
      nextSeq: null,
      firstBad: null,
      remainderNotProved: 0,
    });
    // Some were purged before anybody erased them.
    expect(total).toBeGreaterThanOrEqual(800);
    expect(await knex('audit_remainders')).toHaveLength(total);
    expect(await knex('audit_records').whereIn('actor', people)).toEqual([]);
  });
});
