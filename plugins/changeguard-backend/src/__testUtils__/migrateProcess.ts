import knexFactory from 'knex';
import { migrateDatabase } from '../database/migrateDatabase';

/** `migrateDatabase` as a program of its own, which can be killed; the connection is in its environment, as JSON. */
const knex = knexFactory({
  client: 'pg',
  connection: JSON.parse(process.env.MIGRATE_CONNECTION ?? '{}'),
});
migrateDatabase(knex).finally(() => knex.destroy());
