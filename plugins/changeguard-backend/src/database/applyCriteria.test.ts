import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { SchemaChangeFilter } from '@changeguard/backstage-plugin-changeguard-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { randomIds } from '../ports/Ids';
import { applyCriteria } from './applyCriteria';

jest.setTimeout(60_000);

type Criteria = PermissionCriteria<SchemaChangeFilter>;

const people = ['a', 'b', 'c'];
interface Change {
  id: string;
  owner: string[];
  consumerOwner: string[];
  createdBy: string[];
}

/** What the criteria mean, said a second time and without SQL. */
function holds(criteria: Criteria, change: Change): boolean {
  if ('allOf' in criteria)
    return criteria.allOf.every(one => holds(one, change));
  if ('anyOf' in criteria)
    return criteria.anyOf.some(one => holds(one, change));
  if ('not' in criteria) return !holds(criteria.not, change);
  return criteria.values.some(value => change[criteria.field].includes(value));
}

const leaf = fc.record({
  field: fc.constantFrom(
    'owner' as const,
    'consumerOwner' as const,
    'createdBy' as const,
  ),
  values: fc.subarray(people),
});
const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ not: tie('criteria') }),
    fc.record({
      allOf: fc.array(tie('criteria'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      anyOf: fc.array(tie('criteria'), { minLength: 1, maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Criteria>,
}));

describe('applyCriteria', () => {
  let knex: Knex;
  const changes: Change[] = [];

  beforeAll(async () => {
    knex = await createTestDatabase();
    for (const owner of [[], ['a'], ['a', 'b']]) {
      for (const consumerOwner of [[], ['b'], ['c', 'a']]) {
        for (const author of people) {
          const id = randomIds.next();
          changes.push({ id, owner, consumerOwner, createdBy: [author] });
          await insert(knex, id, owner, consumerOwner, author);
        }
      }
    }
  });

  it('finds with SQL exactly what the criteria say', async () => {
    await fc.assert(
      fc.asyncProperty(criteria, async given => {
        const { text, values } = applyCriteria(given);
        const found = await knex('schema_changes')
          .whereRaw(text, values as Knex.RawBinding[])
          .pluck('id');
        const expected = changes
          .filter(change => holds(given, change))
          .map(({ id }) => id);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 200 },
    );
  });

  it('takes a plain yes or no', () => {
    expect(applyCriteria(true)).toEqual({ text: 'true', values: [] });
    expect(applyCriteria(false)).toEqual({ text: 'false', values: [] });
  });
});

async function insert(
  knex: Knex,
  id: string,
  owners: string[],
  consumerOwners: string[],
  author: string,
): Promise<void> {
  await knex('schema_changes').insert({
    id,
    entity_ref: 'api:default/orders',
    title: 'A change',
    description: '',
    format: 'other',
    severity: 'breaking',
    status: 'announced',
    source: 'manual',
    created_by: author,
  });
  for (const owner_ref of owners) {
    await knex('schema_change_owners').insert({ change_id: id, owner_ref });
  }
  for (const owner_ref of consumerOwners) {
    const consumerId = randomIds.next();
    await knex('affected_consumers').insert({
      id: consumerId,
      change_id: id,
      entity_ref: `component:default/of-${owner_ref}`,
      direct: true,
      reachable: true,
    });
    await knex('affected_consumer_owners').insert({
      consumer_id: consumerId,
      change_id: id,
      owner_ref,
    });
  }
}
