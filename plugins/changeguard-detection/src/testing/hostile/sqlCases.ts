import { HostileCase } from './HostileCase';
import { each, nested } from './written';

const TABLE = 'CREATE TABLE a (b int);\n';

/** PostgreSQL scripts. */
export const sqlCases: readonly HostileCase[] = [
  {
    name: 'a hundred thousand brackets',
    format: 'sql',
    base: () =>
      `CREATE TABLE a (b int CHECK ${nested('(', 'b > 0', ')', 100_000)});`,
    ends: ['failed'],
  },
  {
    name: 'brackets as deep as the parser goes',
    format: 'sql',
    base: () =>
      `CREATE TABLE a (b int CHECK ${nested('(', 'b > 0', ')', 4_000)});`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'a sum of ten thousand numbers',
    format: 'sql',
    base: () => `CREATE TABLE a (b int DEFAULT ${'1 + '.repeat(10_000)}1);`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'queries within queries',
    format: 'sql',
    base: () =>
      `CREATE VIEW v AS ${nested(
        'SELECT * FROM (',
        'SELECT 1 AS a',
        ') x',
        2_000,
      )};`,
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a dollar quote that is never closed',
    format: 'sql',
    base: () =>
      `CREATE FUNCTION f() RETURNS int AS $body$ ${'$x$ '.repeat(100_000)}`,
    ends: ['failed'],
  },
  {
    name: 'a quote that is never closed',
    format: 'sql',
    base: () => `${TABLE}COMMENT ON TABLE a IS '${"''".repeat(500_000)}`,
    ends: ['failed'],
  },
  {
    name: 'comments within comments that are never closed',
    format: 'sql',
    base: () => '/*'.repeat(500_000),
    ends: ['failed'],
  },
  {
    name: 'dollars without an end',
    format: 'sql',
    base: () => `SELECT ${'$a'.repeat(500_000)};`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'a list of a million values',
    format: 'sql',
    base: () =>
      `${TABLE}DELETE FROM a WHERE b IN (${each(1_000_000, String, ',')});`,
    ends: ['compared'],
  },
  {
    name: 'a condition with a list of fifty thousand values',
    format: 'sql',
    base: () =>
      `CREATE TABLE a (b int CHECK (b IN (${each(50_000, String, ',')})));`,
    revision: () =>
      `CREATE TABLE a (b int CHECK (b IN (${each(
        50_000,
        index => String(index + 1),
        ',',
      )})));`,
    ends: ['failed', 'compared'],
  },
  {
    name: 'rows of five megabytes in one statement',
    format: 'sql',
    base: () =>
      `${TABLE}INSERT INTO a VALUES ${each(
        500_000,
        index => `(${index})`,
        ',',
      )};`,
    ends: ['compared'],
  },
  {
    name: 'rows of a dump that look like statements',
    format: 'sql',
    base: () =>
      `${TABLE}COPY a (b) FROM stdin;\n${"DROP TABLE a; -- $$ /* '\n".repeat(
        100_000,
      )}\\.\n`,
    ends: ['compared'],
  },
  {
    name: 'a hundred thousand statements',
    format: 'sql',
    base: () => each(100_000, () => 'ALTER TABLE a ALTER b SET NOT NULL;\n'),
    ends: ['partial', 'failed'],
  },
  {
    name: 'a table of sixteen hundred columns, renamed one by one',
    format: 'sql',
    base: () =>
      `CREATE TABLE a (${each(1_600, index => `c${index} int`, ',')});`,
    revision: () =>
      `CREATE TABLE a (${each(1_600, index => `c${index} int`, ',')});\n${each(
        1_600,
        index => `ALTER TABLE a RENAME COLUMN c${index} TO d${index};\n`,
      )}`,
    ends: ['compared'],
  },
  {
    name: 'tables that inherit from each other in a line',
    format: 'sql',
    base: () =>
      `CREATE TABLE t0 (a int);\n${each(
        2_000,
        index => `CREATE TABLE t${index + 1} () INHERITS (t${index});\n`,
      )}ALTER TABLE t0 ADD COLUMN b int;\n`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'views that double with every star',
    format: 'sql',
    base: () =>
      `CREATE TABLE v0 (a int);\n${each(
        30,
        index =>
          `CREATE VIEW v${
            index + 1
          } AS SELECT l.*, r.* FROM v${index} l, v${index} r;\n`,
      )}`,
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a domain that is made of itself',
    format: 'sql',
    base: () =>
      'CREATE DOMAIN a AS b;\nCREATE DOMAIN b AS a;\nCREATE TABLE t (x a, y b);',
    revision: () =>
      'CREATE DOMAIN a AS b CHECK (value > 0);\nCREATE DOMAIN b AS a;\nCREATE TABLE t (x b, y a);',
    ends: ['compared', 'partial'],
  },
  {
    name: 'a table that is its own parent',
    format: 'sql',
    base: () =>
      'CREATE TABLE a (b int) INHERITS (a);\nALTER TABLE a INHERIT a;\nALTER TABLE a ADD COLUMN c int;\nDROP TABLE a CASCADE;',
    ends: ['compared', 'partial'],
  },
  {
    name: 'names that every object has',
    format: 'sql',
    base: () =>
      'CREATE SCHEMA "__proto__";\nCREATE TABLE "__proto__".constructor ("__proto__" "toString", "hasOwnProperty" int);',
    revision: () =>
      'CREATE TABLE "constructor" ("valueOf" "__proto__"."constructor");',
    ends: ['compared', 'partial'],
  },
  {
    name: 'a folder of migrations in which one is a number',
    format: 'sql',
    base: () => '{"1.sql": 1}',
    ends: ['failed'],
  },
  {
    name: 'file names with numbers of a thousand digits',
    format: 'sql',
    base: () =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 200 }, (_, index) => [
            `V${'9'.repeat(1_000)}${index}__a.sql`,
            'SELECT 1;',
          ]),
        ),
      ),
    ends: ['compared'],
  },
  {
    name: 'a program for psql',
    format: 'sql',
    base: () =>
      `\\! rm -rf /\n\\i /etc/passwd\n\\copy a FROM PROGRAM 'id'\n${TABLE}`,
    ends: ['compared'],
  },
];
