import { readFile } from 'fs/promises';
import { parse } from 'yaml';
import {
  readLevels,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { UsageError } from '../UsageError';

/** Levels of rules from a YAML or JSON file. */
export async function readLevelsFile(
  file: string | undefined,
  format: string | undefined,
): Promise<RuleLevels | undefined> {
  if (file === undefined) return undefined;
  const result = readLevels(parse(await readFile(file, 'utf8')), format);
  if (result.outcome === 'valid') return result.levels;
  throw new UsageError(
    [
      `${file} holds levels that cannot be:`,
      ...result.problems.map(({ message }) => message),
    ].join('\n  '),
  );
}
