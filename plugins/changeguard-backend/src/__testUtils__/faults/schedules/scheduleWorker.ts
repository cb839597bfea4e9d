import knexLibrary from 'knex';
import { Services } from '../World';
import { playSchedules, ScheduleWish } from './playSchedules';
import { Stage } from './Stage';

/** What a process that plays schedules is told, as its argument. */
export interface ScheduleOrder {
  services: Services;
  /** A database of its own. */
  database: string;
  wish: ScheduleWish;
}

async function play({
  services,
  database,
  wish,
}: ScheduleOrder): Promise<void> {
  const knex = knexLibrary({
    client: 'pg',
    connection: `${services.postgresUrl}/${database}`,
  });
  const failure = await playSchedules(new Stage(knex), wish);
  process.send?.(failure, () => process.exit(0));
}

play(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
