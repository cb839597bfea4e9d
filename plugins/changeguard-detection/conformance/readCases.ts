import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isObject } from '../src/text/isObject';
import { Case } from './Case';

/** A corpus that is not as its README describes; its message is a sentence. */
export class CorpusError extends Error {
  name = 'CorpusError';
}

/** A line of a file, read and not yet looked at. */
export interface Row {
  /** Names the file and the line. */
  where: string;
  value: Readonly<Record<string, unknown>>;
}

const VERDICTS: ReadonlySet<unknown> = new Set([
  'breaking',
  'dangerous',
  'breaking-or-dangerous',
  'non-breaking',
  null,
  undefined,
]);

/** @throws CorpusError - for a line that is no JSON object, with its file and number */
export function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${basename(file)}, line ${index + 1}`;
    const value = parsed(line, where);
    if (isObject(value)) return [{ where, value }];
    throw new CorpusError(`${where}: is no JSON object.`);
  });
}

/** Whether a line is a pair of texts of a format. */
export function isPair({ value }: Row): boolean {
  return (
    typeof value.format === 'string' &&
    isDefinition(value.base) &&
    isDefinition(value.revision)
  );
}

/** @throws CorpusError - for verdicts that there are not */
export function caseOf({ where, value }: Row): Case {
  for (const field of ['expected', 'expected_forward']) {
    if (!VERDICTS.has(value[field])) {
      throw new CorpusError(
        `${where}: '${field}' is ${JSON.stringify(
          value[field],
        )}, which is no verdict.`,
      );
    }
  }
  for (const field of ['rules', 'paths', 'hazards']) {
    const list = value[field] ?? [];
    if (!Array.isArray(list)) {
      throw new CorpusError(`${where}: '${field}' is no list.`);
    }
  }
  // What else there is differs by source; those that know it look at it themselves.
  return { expected: null, ...value } as unknown as Case;
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new CorpusError(
      `${where}: is no JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** A text, or a map of files and texts. */
function isDefinition(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    (isObject(value) &&
      Object.values(value).every(text => typeof text === 'string'))
  );
}
