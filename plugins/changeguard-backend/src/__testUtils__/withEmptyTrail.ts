import { Knex } from 'knex';
import { AuditBench } from './AuditBench';
import { emptyTables } from './emptyTables';
import { createTestDatabase } from './PipelineBench';

/** Gives each test of a file an audit trail without records, in a database of the file's own. */
export function withEmptyTrail(begin: (bench: AuditBench) => unknown): void {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await emptyTables(knex);
    await begin(new AuditBench(knex));
  });
}
