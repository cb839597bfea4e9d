import { fork } from 'child_process';
import { once } from 'events';
import { resolve } from 'path';
import { asAdmin, Services } from '../World';
import { ScheduleWish } from './playSchedules';
import { ScheduleOrder } from './scheduleWorker';

/** What came of schedules. */
export interface PlayedSchedules {
  runs: number;
  /** Reports of the shortest that failed, one per process. */
  failures: string[];
  seconds: number;
}

/** Plays schedules in several processes, the seed of each one higher than that of the one before. */
export async function runSchedules(
  services: Services,
  { runs, seed, path }: ScheduleWish,
  processes: number,
): Promise<PlayedSchedules> {
  const startedAt = Date.now();
  // A path belongs to one seed.
  const shares = path ? 1 : processes;
  const reports = await Promise.all(
    Array.from({ length: shares }, (_, share) =>
      playShare(services, share, {
        runs: Math.ceil(runs / shares),
        seed: seed + share,
        path,
      }),
    ),
  );
  return {
    runs: Math.ceil(runs / shares) * shares,
    failures: reports.filter(report => report !== null),
    seconds: Math.round((Date.now() - startedAt) / 1000),
  };
}

async function playShare(
  services: Services,
  share: number,
  wish: ScheduleWish,
): Promise<string | null> {
  const database = `${services.template}_schedules_${share}`;
  await asAdmin(
    services,
    `create database ${database} template ${services.template}`,
  );
  try {
    const order: ScheduleOrder = { services, database, wish };
    const child = fork(
      resolve(__dirname, 'scheduleWorker.ts'),
      [JSON.stringify(order)],
      { execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'] },
    );
    let report: string | null = 'The process said nothing';
    child.on('message', said => {
      report = said as string | null;
    });
    await once(child, 'exit');
    const again = `npm run chaos -- --schedules ${wish.runs} --seed ${wish.seed} --path …`;
    return report && `${report}\nAgain, with the path above: ${again}`;
  } finally {
    await asAdmin(services, `drop database ${database} with (force)`);
  }
}
