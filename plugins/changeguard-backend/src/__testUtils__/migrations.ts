import { readdirSync } from 'fs';
import { join } from 'path';
import { Knex } from 'knex';

/** Where the migrations are. */
export const migrationsFolder = join(__dirname, '..', '..', 'migrations');

/** Their names, in the order they run in. */
export const migrationNames: readonly string[] = readdirSync(migrationsFolder)
  .filter(name => name.endsWith('.js'))
  .sort();

const options = { directory: migrationsFolder };

/** Runs the next so many migrations. */
export async function migrateUp(knex: Knex, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) await knex.migrate.up(options);
}

/** Takes the newest migration back. */
export async function migrateDown(knex: Knex): Promise<void> {
  await knex.migrate.down(options);
}
