import { TestDatabases } from '@backstage/backend-test-utils';
import { AuditBench } from '../__testUtils__/AuditBench';
import {
  migrateDown,
  migrateUp,
  migrationNames,
} from '../__testUtils__/migrations';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const [ann, bob, eve] = ['ann', 'bob', 'eve'].map(name => ({
  type: 'user' as const,
  ref: `user:default/${name}`,
}));

describe('the migration that keeps what erasures leave', () => {
  it('goes up, down and up on a trail with erased records, under which the release before it goes on erasing', async () => {
    const knex = await databases.init('POSTGRES_18');
    const before = migrationNames.findIndex(name =>
      name.endsWith('_create_audit_remainders.js'),
    );
    const bench = new AuditBench(knex);
    const found = async () => {
      await bench.seal();
      const { firstBad, remainderNotProved } = await bench.auditor.check(1, 99);
      return firstBad ?? remainderNotProved;
    };

    await migrateUp(knex, before);
    await bench.append([ann, bob, eve, ann].map(actor => ({ actor })));
    await bench.seal();
    await bench.eraseAsBefore(ann.ref);

    await migrateUp(knex, 1);
    expect(await found()).toBe(2);
    await bench.eraseAsBefore(eve.ref);
    expect(await found()).toBe(3);

    await migrateDown(knex);
    await bench.append([{ actor: eve }]);
    await bench.seal();
    await bench.eraseAsBefore(eve.ref);

    await migrateUp(knex, 1);
    expect(await found()).toBe(4);
    await bench.erase(bob.ref);
    expect(await found()).toBe(4);

    // What was kept is gone with its table, which is found as if somebody had deleted it.
    await migrateDown(knex);
    await migrateUp(knex, 1);
    const { firstBad } = await bench.auditor.check(1, 99);
    expect(firstBad).toMatchObject({ seq: 2, reason: 'altered-remainder' });
  });
});
