import { readFile } from 'fs/promises';
import { parse } from 'yaml';
import {
  readLevels,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { UsageError } from '../UsageError';
import { attempt, Reading } from './Reading';

/**
 * Levels of rules from a YAML or JSON file, where one is named.
 *
 * @throws UsageError - when the file has something else
 */
export async function readLevelsFile(
  file: string | undefined,
  format: string | undefined,
): Promise<Reading<RuleLevels | undefined>> {
  if (file === undefined) return { outcome: 'read', value: undefined };
  const read = await attempt(() => readFile(file, 'utf8'));
  if (read.outcome === 'failed') return read;
  const result = readLevels(written(file, read.value), format);
  if (result.outcome === 'valid') {
    return { outcome: 'read', value: result.levels };
  }
  throw new UsageError(
    [
      `${file} holds levels that cannot be:`,
      ...result.problems.map(({ message }) => message),
    ].join('\n  '),
  );
}

function written(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no YAML: ${(error as Error).message}`);
  }
}
