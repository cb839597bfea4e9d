import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { waitUntil } from '../__testUtils__/waitUntil';
import { withEmptyTrail } from '../__testUtils__/withEmptyTrail';
import { randomIds } from '../ports/Ids';
import { SealStore } from './SealStore';

jest.setTimeout(60_000);

describe('AuditSealer', () => {
  let knex: Knex;
  let bench: AuditBench;

  withEmptyTrail(trail => {
    bench = trail;
    knex = trail.knex;
  });

  const check = () => bench.auditor.check(1, 10_000);

  it('seals what was appended, in its order, into a chain that verifies', async () => {
    await bench.append(3);
    expect(await bench.chain.standing()).toMatchObject({
      head: null,
      unsealed: 3,
    });
    await bench.seal();
    await bench.append(2);
    await bench.seal();
    expect(await bench.chain.standing()).toMatchObject({
      head: { seq: 5 },
      unsealed: 0,
      oldestUnsealedAt: null,
    });
    const order = await knex('audit_seals as s')
      .join('audit_records as r', 'r.id', 's.record_id')
      .orderBy('s.seq')
      .pluck('r.position');
    expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
    expect(await check()).toMatchObject({
      toSeq: 5,
      headSeq: 5,
      nextSeq: null,
      firstBad: null,
      checkpoint: { seq: 5, verified: true },
    });
  });

  it('seals more than a batch', async () => {
    await bench.append(1_101);
    await bench.seal();
    expect(await check()).toMatchObject({ toSeq: 1_101, firstBad: null });
    expect(await bench.auditor.check(500, 200)).toMatchObject({
      toSeq: 699,
      headSeq: 1_101,
      nextSeq: 700,
      firstBad: null,
    });
  });

  it('never forks, however many seal at once while others append', async () => {
    const sealers = [1, 2, 3, 4].map(() => bench.sealer(1));
    const appending = Promise.all(
      [1, 2, 3].map(async () => {
        for (let turn = 0; turn < 20; turn++) await bench.append(5);
      }),
    );
    let appended = false;
    appending.finally(() => {
      appended = true;
    });
    await Promise.all(
      sealers.map(async sealer => {
        while (!appended) await sealer.seal();
      }),
    );
    await appending;
    await bench.seal();
    expect(await check()).toMatchObject({ headSeq: 300, firstBad: null });
    expect(await bench.chain.lost()).toBeNull();
  });

  it('changes nothing when its lease has ended and another has it', async () => {
    await bench.append(2);
    const seals = new SealStore(bench);
    const [frozen, other] = [randomIds.next(), randomIds.next()];
    expect(await seals.lease(frozen, 1)).toBe(true);
    await waitUntil('another has the lease', () => seals.lease(other, 30_000));
    expect(await seals.seal(frozen, 100)).toBeNull();
    expect(await knex('audit_seals')).toEqual([]);
    expect(await seals.seal(other, 100)).toBe(2);
    await seals.release(frozen);
    expect(await seals.lease(randomIds.next(), 1)).toBe(false);
  });

  it.each(['audit_seals', 'audit_unsealed'])(
    'takes everything up again after dying before it wrote to %s',
    async table => {
      await bench.append(3);
      const on = table === 'audit_seals' ? 'insert' : 'delete';
      await knex.raw(
        `create function die() returns trigger language plpgsql as $$
           begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
         create trigger die before ${on} on ${table} for each statement execute function die()`,
      );
      await expect(bench.sealer(1).seal()).rejects.toThrow();
      await knex.raw('drop function die cascade');
      expect(await knex('audit_seals')).toEqual([]);
      await bench.seal();
      expect(await check()).toMatchObject({ headSeq: 3, firstBad: null });
    },
  );

  it('writes a checkpoint to the log once, whoever makes it', async () => {
    await bench.append(1);
    await bench.seal();
    await bench.sealer().seal();
    expect(bench.logger.info).toHaveBeenCalledTimes(1);
    const [line] = bench.logger.info.mock.calls[0];
    const newest = await bench.checkpoints.newest();
    expect(line).toBe(`Audit checkpoint ${JSON.stringify(newest)}`);
  });

  it('has told the log of a checkpoint that could not be stored', async () => {
    await bench.append(1);
    await bench.withFullDisk(() =>
      expect(bench.sealer(1).seal()).rejects.toThrow('the disk is full'),
    );
    expect(await bench.checkpoints.newest()).toBeNull();
    expect(bench.logger.info).toHaveBeenCalledTimes(1);
    await bench.seal();
    expect(bench.logger.info).toHaveBeenLastCalledWith(
      `Audit checkpoint ${JSON.stringify(await bench.checkpoints.newest())}`,
    );
  });
});
