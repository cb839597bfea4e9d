import { readFile } from 'fs/promises';
import { Checkpoint } from '@changeguard/audit-chain';
import { UsageError } from '../UsageError';

/** The checkpoint that a line holds, alone or within a line of a log; null when it holds none. */
function checkpointIn(line: string): Checkpoint | null {
  // Its members are numbers and texts without braces.
  const [json] = /\{[^{}]*"seq"[^{}]*\}/.exec(line.replace(/\\"/g, '"')) ?? [];
  if (json === undefined) return null;
  try {
    const { seq, hash, at, keyId, signature } = JSON.parse(json);
    const isCheckpoint =
      Number.isSafeInteger(seq) &&
      [hash, at, keyId, signature].every(one => typeof one === 'string');
    return isCheckpoint ? { seq, hash, at, keyId, signature } : null;
  } catch {
    return null;
  }
}

/**
 * Reads checkpoints out of files.
 *
 * @throws UsageError - for a file without any
 */
export async function readCheckpoints(
  files: readonly string[],
): Promise<Checkpoint[]> {
  const found = await Promise.all(
    files.map(async file => {
      const lines = (await readFile(file, 'utf8')).split('\n');
      const checkpoints = lines.flatMap(line => checkpointIn(line) ?? []);
      if (checkpoints.length) return checkpoints;
      throw new UsageError(`There is no checkpoint in '${file}'.`);
    }),
  );
  return found.flat();
}
