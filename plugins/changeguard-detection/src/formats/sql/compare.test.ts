import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { sql } from '.';

const rules = new Map(sql.rules.map(rule => [rule.id, rule]));

async function compare(base: string, revision: string) {
  const comparison = await sql.compare(base, revision, {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison.outcome === 'failed') return comparison;
  const findings = judge(comparison.findings, {
    rules,
    engine: sql.id,
    engineVersion: sql.version,
  });
  return { ...comparison, findings };
}

/** Findings as `rule path`, in order. */
async function found(base: string, revision: string): Promise<string[]> {
  const comparison = await compare(base, revision);
  if (comparison.outcome !== 'compared')
    throw new Error(JSON.stringify(comparison));
  return comparison.findings.map(one => `${one.rule} ${one.pointer}`).sort();
}

const dump = `--
-- PostgreSQL database dump
--
\\restrict k3fJ9
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.state AS ENUM (
    'open',
    'paid'
);
ALTER TYPE public.state OWNER TO shop;
CREATE TABLE public.orders (
    id bigint NOT NULL,
    state public.state DEFAULT 'open'::public.state NOT NULL,
    note character varying(200),
    pieces integer,
    CONSTRAINT orders_pieces_check CHECK ((pieces > 0)),
    CONSTRAINT orders_note_check CHECK (((note)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))
);
CREATE SEQUENCE public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;
ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);
COPY public.orders (id, state, note, pieces) FROM stdin;
1\topen\tit's; fine\t3
2\tpaid\t\\N\t4
\\.
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE INDEX orders_by_state ON public.orders USING btree (state);
\\unrestrict k3fJ9
`;

const script = `
CREATE TYPE state AS ENUM ('open', 'paid');
CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  state state NOT NULL DEFAULT 'open',
  note varchar(200) CHECK (note IN ('a', 'b')),
  pieces int CHECK (pieces > 0)
);`;

describe('comparing schemas', () => {
  it('finds a dump and the script that made it the same', async () => {
    expect(await found(script, dump)).toEqual([]);
    expect(await found(dump, script)).toEqual([]);
  });

  it('places findings on the lines of their statements', async () => {
    const { findings } = (await compare(
      dump,
      `${dump}\nALTER TABLE public.orders\n  ALTER COLUMN pieces TYPE bigint;`,
    )) as { findings: object[] };
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'column-type-widened',
        beforeRange: { startLine: 12, endLine: 19 },
        afterRange: { startLine: 37, endLine: 38 },
        before: 'integer',
        after: 'bigint',
      }),
    ]);
  });

  it('follows migrations in the order of their numbers', async () => {
    const folder = {
      'migrations/V2__drop.sql': 'ALTER TABLE orders DROP COLUMN note;',
      'migrations/V1__start.sql': script,
      'migrations/U1__start.sql': 'DROP TABLE orders;',
    };
    const more = {
      ...folder,
      'migrations/V10__rename.sql':
        'ALTER TABLE orders RENAME COLUMN pieces TO amount;',
      'migrations/V9__again.sql':
        "ALTER TABLE orders ADD COLUMN note text NOT NULL DEFAULT '';",
    };
    expect(await found(JSON.stringify(folder), JSON.stringify(more))).toEqual([
      'column-added public.orders.note',
      'column-renamed public.orders.amount',
    ]);
  });

  it.each([
    ['dbmate', '-- migrate:up', '-- migrate:down'],
    ['goose', '-- +goose Up', '-- +goose Down'],
    ['sql-migrate', '-- +migrate Up', '-- +migrate Down'],
  ])('leaves out what undoes a migration of %s', async (_, up, down) => {
    const migration = `${up}\nALTER TABLE orders ADD COLUMN a int;\n${down}\nDROP TABLE orders;\n`;
    expect(await found(script, `${script}\n${migration}`)).toEqual([
      'column-added public.orders.a',
    ]);
  });

  it('leaves out what was rolled back', async () => {
    const undone = 'BEGIN; DROP TABLE orders; ROLLBACK;';
    const done = 'BEGIN; DROP TABLE orders; COMMIT;';
    expect(await found(script, `${script}${undone}`)).toEqual([]);
    expect(await found(script, `${script}${done}`)).toEqual([
      'table-removed public.orders',
    ]);
  });

  it('reads the bodies of functions as PostgreSQL does', async () => {
    const functions = `
      CREATE FUNCTION a() RETURNS int LANGUAGE plpgsql AS $x$ BEGIN; DROP TABLE orders; END $x$;
      CREATE FUNCTION b() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
      CREATE FUNCTION c() RETURNS text LANGUAGE sql AS 'SELECT '';''';`;
    expect(await found(script, `${script}${functions}`)).toEqual([
      'function-added public.a()',
      'function-added public.b()',
      'function-added public.c()',
    ]);
  });

  it('names a statement that it does not follow, and where it stands', async () => {
    expect(
      await compare(script, `${script}\nDO $$ BEGIN END $$;\nDO 'x';`),
    ).toMatchObject({
      outcome: 'partial',
      findings: [],
      reasons: ['Not followed: DO (2 times, first in line 9).'],
    });
    expect(
      await compare(script, `${script}\nALTER TABLE bills DROP COLUMN a;`),
    ).toMatchObject({
      outcome: 'partial',
      reasons: [
        'Not followed: a change of public.bills, which the text does not create (line 9).',
      ],
    });
  });

  it('tells where a text is no PostgreSQL', async () => {
    expect(
      await compare(script, `${script}\n\nALTER TABLE orders\n  MODIFY a int;`),
    ).toEqual({
      outcome: 'failed',
      which: 'revision',
      reason: 'parse-error',
      line: 11,
      message: 'The text is not PostgreSQL: syntax error at or near "MODIFY".',
    });
  });

  it('drops what hangs on something that is dropped with CASCADE', async () => {
    const views = `
      CREATE VIEW open AS SELECT id, note FROM orders;
      CREATE VIEW wide AS SELECT * FROM open;
      CREATE TABLE lines (order_id bigint REFERENCES orders);`;
    expect(
      await found(
        script + views,
        `${script}${views}DROP TABLE orders CASCADE;`,
      ),
    ).toEqual([
      'foreign-key-removed public.lines',
      'table-removed public.orders',
      'view-removed public.open',
      'view-removed public.wide',
    ]);
  });

  it('tells a change of a partitioned table once', async () => {
    const parted = `CREATE TABLE sales (id bigint NOT NULL, region text NOT NULL, total int) PARTITION BY LIST (region);
      CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
      CREATE TABLE sales_us PARTITION OF sales FOR VALUES IN ('us');`;
    expect(
      await found(
        parted,
        `${parted}ALTER TABLE sales DROP COLUMN total; ALTER TABLE sales ADD PRIMARY KEY (id, region);`,
      ),
    ).toEqual([
      'column-removed public.sales.total',
      'primary-key-added public.sales',
    ]);
  });

  it('lets what was announced go after its sunset, and not before', async () => {
    const announced = (day: string) =>
      `${script}COMMENT ON COLUMN orders.note IS 'Deprecated since 2025-06-01, sunset ${day}.';`;
    const without = `${script}ALTER TABLE orders DROP COLUMN note;`;
    expect(await found(announced('2026-01-15'), without)).toEqual([
      'removed-after-sunset public.orders.note',
    ]);
    expect(await found(announced('2026-01-16'), without)).toEqual([
      'column-removed public.orders.note',
    ]);
  });

  it('compares by what is said, whatever constraints and sequences are called', async () => {
    const named = script
      .replace('PRIMARY KEY', 'CONSTRAINT pk PRIMARY KEY')
      .replace('CHECK (pieces', 'CONSTRAINT positive CHECK (pieces');
    expect(await found(script, named)).toEqual([]);
  });

  it('raises no alarm for a new column that is unique or checked', async () => {
    expect(
      await found(
        script,
        `${script}ALTER TABLE orders ADD COLUMN code text UNIQUE CHECK (code <> '');`,
      ),
    ).toEqual(['column-added public.orders.code']);
  });
});
