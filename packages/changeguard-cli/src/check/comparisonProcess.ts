import type {
  Comparison,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-detection';
import { endWithParent } from './endWithParent';

/** One comparison, as it is sent to a process. */
export interface ComparisonTask {
  /** The id of a format. */
  format: string;
  base: string;
  revision: string;
  levels?: RuleLevels;
  /** Today. */
  now: Date;
}

/** What a process says, once; `broken` is a mistake of an engine. */
export type ComparisonAnswer =
  | { outcome: 'done'; comparison: Comparison }
  | { outcome: 'broken'; message: string };

/**
 * This file is both what the command imports, to learn where it lies, built or not, and what the process runs. The engines are loaded there
 * alone, so that everything else starts without them.
 */
export const comparisonProcessFile = __filename;

async function compare(task: ComparisonTask): Promise<Comparison> {
  const loaded = await import(
    '@changeguard/backstage-plugin-changeguard-detection'
  );
  // What Node makes of a CommonJS module that is imported has the module itself as its default.
  const { compareAndJudge, defaultBudget, formats } =
    (loaded as { default?: typeof loaded }).default ?? loaded;
  const { format: id, base, revision, ...options } = task;
  const format = formats.get(id);
  if (!format) throw new Error(`There is no format '${id}'`);
  return compareAndJudge(format, base, revision, {
    ...options,
    budget: defaultBudget,
  });
}

if (require.main === module) {
  endWithParent();
  // Listens on, and so lives, until it is ended: whoever waits hears of its end sooner than of a long answer.
  process.on('message', async (task: ComparisonTask) => {
    const answer: ComparisonAnswer = await compare(task).then(
      comparison => ({ outcome: 'done', comparison }),
      error => ({ outcome: 'broken', message: String(error) }),
    );
    process.send?.(answer);
  });
}
