import { randomUUID } from 'crypto';
import knexLibrary from 'knex';
import { migrateDatabase } from '../../database/migrateDatabase';
import { asAdmin, Services } from './World';

/** Makes the database that runs are copied from, calls back with it, and drops it. */
export async function withTemplate<T>(
  services: Omit<Services, 'template'>,
  use: (services: Services) => Promise<T>,
): Promise<T> {
  const template = `faults_template_${randomUUID().slice(0, 8)}`;
  await asAdmin(services, `create database ${template}`);
  try {
    const knex = knexLibrary({
      client: 'pg',
      connection: `${services.postgresUrl}/${template}`,
    });
    try {
      await migrateDatabase(knex);
    } finally {
      await knex.destroy();
    }
    return await use({ ...services, template });
  } finally {
    await asAdmin(services, `drop database ${template} with (force)`);
  }
}
