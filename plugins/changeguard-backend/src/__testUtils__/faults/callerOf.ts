import { basename } from 'path';

const ours = /__testUtils__[\\/]faults/;
const place = /\(?((?:[A-Za-z]:)?[^():]+\.[tj]s):\d+:\d+\)?$/;

/** The file from which a port is called, to name a point whose call says nothing itself. */
export function callerOf(): string {
  const lines = new Error().stack?.split('\n').slice(1) ?? [];
  for (const line of lines) {
    const file = place.exec(line)?.[1];
    if (file && !ours.test(file)) return basename(file).replace(/\.[tj]s$/, '');
  }
  return 'nowhere';
}
