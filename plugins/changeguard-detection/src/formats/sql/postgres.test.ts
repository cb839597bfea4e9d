import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { Knex } from 'knex';
import { defaultBudget } from '../../Comparison';
import { Finding } from '../../Finding';
import { judge } from '../../judge';
import { sql } from '.';

/** Enough for each pair of types to be met; on a busy machine that takes longer than a test usually may. */
const RUNS = 400;
const PATIENCE = 60_000;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** Types, and values that some of them take and others do not. */
const TYPES = [
  'smallint',
  'integer',
  'bigint',
  'numeric(6,2)',
  'varchar(3)',
  'varchar(20)',
  'text',
  'boolean',
  'date',
  'timestamp',
  'mood',
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  smallint: ['1', '-32768'],
  integer: ['1', '2147483647'],
  bigint: ['2', '9223372036854775807'],
  'numeric(6,2)': ['1.25', '9999.99'],
  'varchar(3)': ["'a'", "'abc'"],
  'varchar(20)': ["'a'", "'a longer text'"],
  text: ["'ok'", "'a text that is longer than others'"],
  boolean: ['true', 'false'],
  date: ["'2026-01-15'"],
  timestamp: ["'2026-01-15 10:00'"],
  mood: ["'ok'", "'sad'"],
};

interface Column {
  name: string;
  type: string;
  notNull: boolean;
  hasDefault: boolean;
  isUnique: boolean;
  isChecked: boolean;
}

const column: fc.Arbitrary<Column> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  type: fc.constantFrom(...TYPES),
  notNull: fc.boolean(),
  hasDefault: fc.boolean(),
  isUnique: fc.boolean(),
  isChecked: fc.boolean(),
});
const table = fc.uniqueArray(column, {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 3,
});
const moods = fc.constantFrom(['ok', 'sad'], ['ok'], ['ok', 'sad', 'new']);
const schema = fc.record({ table, moods });
type Schema = { table: Column[]; moods: readonly string[] };

function define({ table: columns, moods: values }: Schema): string {
  const parts = columns.map(one =>
    [
      one.name,
      one.type,
      ...(one.notNull ? ['NOT NULL'] : []),
      ...(one.hasDefault ? [`DEFAULT ${VALUES[one.type][0]}`] : []),
      ...(one.isUnique ? ['UNIQUE'] : []),
      ...(one.isChecked
        ? [`CHECK (${one.name} = ${VALUES[one.type][0]})`]
        : []),
    ].join(' '),
  );
  const list = values.map(value => `'${value}'`).join(', ');
  return `CREATE TYPE mood AS ENUM (${list});\nCREATE TABLE t (${parts.join(
    ', ',
  )});\n`;
}

/** What a client wrote for the first schema: a row with some columns left out, values typed as they were. */
function insertFor({ table: columns }: Schema, seed: number): string {
  const given = columns.filter(
    (one, index) =>
      (one.notNull && !one.hasDefault) || (seed >> (index * 2)) % 2 === 0,
  );
  if (given.length === 0) return 'INSERT INTO t DEFAULT VALUES';
  const values = given.map((one, index) => {
    const own = VALUES[one.type];
    const chosen = own[(seed >> (index * 2 + 1)) % own.length];
    return one.type === 'mood' ? chosen : `${chosen}::${one.type}`;
  });
  return `INSERT INTO t (${given
    .map(({ name }) => name)
    .join(', ')}) VALUES (${values.join(', ')})`;
}

async function compare(base: Schema, revision: Schema): Promise<Finding[]> {
  const comparison = await sql.compare(define(base), define(revision), {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison.outcome !== 'compared') throw new Error(comparison.outcome);
  return judge(comparison.findings, {
    rules: new Map(sql.rules.map(rule => [rule.id, rule])),
    engine: sql.id,
    engineVersion: sql.version,
  });
}

describe('what PostgreSQL refuses', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
  });

  /** Whether a schema can be made, and takes some statements one after another. */
  async function takes(one: Schema, statements: string[]): Promise<boolean> {
    const transaction = await knex.transaction();
    try {
      for (const statement of [define(one), ...statements])
        await transaction.raw(statement);
      return true;
    } catch {
      return false;
    } finally {
      await transaction.rollback();
    }
  }

  it(
    'is found as breaking, when it took it before',
    async () => {
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(
          schema,
          schema,
          fc.array(fc.nat({ max: 4095 }), { minLength: 1, maxLength: 2 }),
          async (base, revision, seeds) => {
            const statements = [
              ...seeds.map(seed => insertFor(base, seed)),
              ...base.table.map(({ name }) => `SELECT ${name} FROM t`),
            ];
            if (!(await takes(base, statements))) return;
            if (!(await takes(revision, []))) return;
            if (await takes(revision, statements)) return;
            refused += 1;
            const found = await compare(base, revision);
            expect(found.map(({ severity }) => severity)).toContain('breaking');
          },
        ),
        { numRuns: RUNS },
      );
      // The property would hold as well if nothing were ever refused.
      expect(refused).toBeGreaterThan(50);
    },
    PATIENCE,
  );

  it('is never something that was added and may be left out', async () => {
    await fc.assert(
      fc.asyncProperty(schema, column, async (base, fresh) => {
        const optional = {
          ...fresh,
          name: 'fresh',
          notNull: fresh.notNull && fresh.hasDefault,
          // A default that is the same for every row cannot be unique.
          isUnique: fresh.isUnique && !fresh.hasDefault,
        };
        const revision = { ...base, table: [...base.table, optional] };
        const alarms = (await compare(base, revision)).filter(
          ({ severity }) => severity !== 'non-breaking',
        );
        expect(alarms).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
