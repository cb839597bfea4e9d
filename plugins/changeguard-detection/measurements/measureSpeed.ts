import { compareInWorker, median } from './compareInWorker';
import { generateDefinition } from './generateDefinition';
import { growthOf, Point } from './growthOf';
import { pairs } from './pairs';

/** A figure and the goal that it has to hold. */
export interface Figure {
  /** Stable. */
  id: string;
  name: string;
  value: number;
  unit: string;
  most: number;
}

const MEGABYTES = 300;

/**
 * Measures what comparing takes, in worker threads with a limit of memory. Seconds are of processor time, the median of several runs, so
 * that other work of the machine does not count.
 *
 * @param say - is told single measurements that figures are made of
 */
export async function measureSpeed(
  say: (line: string) => void,
): Promise<Figure[]> {
  return [...(await publishedPair()), await growth(say), await smallProtobuf()];
}

/** GitHub's REST API, in two versions of about 13 MB. A worker that needs more memory than it may have ends with an error. */
async function publishedPair(): Promise<Figure[]> {
  const pair = pairs[0];
  const [base, revision] = await Promise.all(
    pair.versions.map(version => pair.read(pair.package, version)),
  );
  const request = { format: pair.format, base, revision, times: 5 };
  const measured = await compareInWorker(request, MEGABYTES);
  const name = `${pair.title} in ${MEGABYTES} MB`;
  return [
    {
      id: 'first-comparison',
      name: `${name}, first comparison`,
      value: measured[0].cpu,
      unit: 's',
      most: 2,
    },
    {
      id: 'comparison',
      name: `${name}, median of ${measured.length}`,
      value: median(measured.map(({ cpu }) => cpu)),
      unit: 's',
      most: 2,
    },
  ];
}

async function growth(say: (line: string) => void): Promise<Figure> {
  const points: Point[] = [];
  for (const megabytes of [0.1, 0.3, 1, 3, 10]) {
    const base = generateDefinition(megabytes, false);
    const revision = generateDefinition(megabytes, true);
    const request = { format: 'openapi', base, revision, times: 9 };
    const measured = await compareInWorker(request, MEGABYTES);
    // The first ones warm up.
    const seconds = median(measured.slice(4).map(({ cpu }) => cpu));
    points.push({ size: base.length, seconds });
    say(
      `${(base.length / 1e6).toFixed(2)} MB: ${seconds.toFixed(3)} s, ${
        measured[0].findings.length
      } findings`,
    );
  }
  const value = growthOf(points);
  const name = 'time grows as size to the power of';
  return { id: 'growth', name, value, unit: '', most: 1.1 };
}

/** Time that passes, because most of it is spent in another program; the fastest, because other work of the machine counts. */
async function smallProtobuf(): Promise<Figure> {
  const define = (field: string) =>
    `syntax = "proto3";\npackage orders.v1;\nmessage Order {\n  ${field}\n}\n`;
  const measured = await compareInWorker(
    {
      format: 'protobuf',
      base: define('string id = 1;'),
      revision: define('int32 id = 1;'),
      times: 9,
    },
    MEGABYTES,
  );
  return {
    id: 'small-protobuf',
    name: 'small Protobuf definition, fastest of 9',
    value: Math.min(...measured.map(({ wall }) => wall)),
    unit: 's',
    most: 0.3,
  };
}
