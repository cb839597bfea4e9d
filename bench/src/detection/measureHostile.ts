import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ConfigReader } from '@backstage/config';
import { ComparisonPool } from '../../../plugins/changeguard-backend/src/detection/ComparisonPool';
import { readDetectionConfig } from '../../../plugins/changeguard-backend/src/detection/DetectionConfig';
import { systemClock } from '../../../plugins/changeguard-backend/src/ports/Clock';
import {
  HostileCase,
  hostileCases,
} from '../../../plugins/changeguard-detection/src/testUtils';
import { quiet } from '../pipeline/quiet';
import type { Row } from '../Row';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MEGABYTE = 1024 * 1024;
const LOOK_MS = 5;

/** Resident memory that comparing each hostile pair adds at its worst to a process whose engines are loaded already. */
export async function measureHostile(): Promise<Row[]> {
  const grown: { name: string; megabytes: number }[] = [];
  for (const one of hostileCases) {
    grown.push({
      name: `${one.format}: ${one.name}`,
      megabytes: await growthOf(one),
    });
  }
  grown.sort((a, b) => b.megabytes - a.megabytes);
  return [
    {
      id: 'detection-memory',
      what: `memory of a comparison, worst of ${grown.length} hostile pairs`,
      figure: grown[0].megabytes,
      goal: 256,
      unit: 'MB',
      detail: grown
        .slice(0, 3)
        .map(({ name, megabytes }) => `${megabytes.toFixed(0)} ${name}`)
        .join('; '),
    },
  ];
}

/** In a thread of its own, because one that has compared keeps memory for the next. */
async function growthOf(one: HostileCase): Promise<number> {
  const config = readDetectionConfig(new ConfigReader({}));
  const pool = new ComparisonPool({
    clock: systemClock,
    logger: quiet,
    limits: { memoryMb: config.memoryMb, milliseconds: config.timeout },
    threads: 1,
    queue: 1,
    bytes: config.definitionBytes,
    files: [],
  });
  const compare = (base: Uint8Array, revision: Uint8Array) =>
    pool.compare({ format: one.format, base, revision });
  const small = Buffer.from('{"type": "object"}');
  await compare(small, small);
  const base = bytesOf(one.base());
  const revision = one.revision ? bytesOf(one.revision()) : base;
  collectGarbage();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, LOOK_MS);
  await compare(base, revision);
  look();
  clearInterval(timer);
  await pool.stop();
  return (most - before) / MEGABYTE;
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? Buffer.from(text) : text;
}
