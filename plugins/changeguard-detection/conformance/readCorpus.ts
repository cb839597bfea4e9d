import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Case } from './Case';
import { caseOf, CorpusError, isPair, readRows } from './readCases';
import { Source } from './Source';
import { sourceOfRows } from './sourceOfRows';
import { sources } from './sources';

/** What one file of a corpus is for. */
export type CorpusFile =
  | { outcome: 'cases'; source: Source; cases: Case[] }
  | { outcome: 'left-out'; name: string; because: string }
  /** Not as a corpus is; `because` names the line. */
  | { outcome: 'broken'; name: string; because: string };

/** Every `*.jsonl` of a folder, one after the other; `only` takes those whose name starts so. */
export function* readCorpus(
  folder: string,
  only: string,
): Generator<CorpusFile> {
  const names = readdirSync(folder)
    .filter(file => file.startsWith(only) && file.endsWith('.jsonl'))
    .map(file => file.slice(0, -'.jsonl'.length))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  for (const name of names) {
    try {
      yield* readFile(folder, name);
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      yield { outcome: 'broken', name, because: error.message };
    }
  }
}

/** Those we know come first, as they stand in their list. */
function placeOf(name: string): number {
  const place = sources.findIndex(source => source.name === name);
  return place < 0 ? sources.length : place;
}

function readFile(folder: string, name: string): CorpusFile[] {
  const leftOut = (because: string): CorpusFile[] => [
    { outcome: 'left-out', name, because },
  ];
  const rows = readRows(join(folder, `${name}.jsonl`));
  if (rows.length === 0) return leftOut('it is empty');
  const known = sources.find(source => source.name === name);
  if (!known?.texts) {
    const odd = rows.find(row => !isPair(row));
    if (odd && !known && !rows.some(isPair)) {
      return leftOut(
        'its lines have no format, base and revision, so they are no cases',
      );
    }
    if (odd) {
      throw new CorpusError(
        `${odd.where}: has no format, base and revision, as the lines around it have.`,
      );
    }
  }
  const cases = rows.map(caseOf);
  return known
    ? [{ outcome: 'cases', source: known, cases }]
    : unknownFile(name, cases);
}

/** A file that is measured by what stands in it, each format by itself. */
function unknownFile(name: string, cases: readonly Case[]): CorpusFile[] {
  const called = [...new Set(cases.map(one => one.format))];
  return called.map(format => {
    const own = cases.filter(one => one.format === format);
    const title = called.length === 1 ? name : `${name} (${format})`;
    const source = sourceOfRows(title, own);
    return source
      ? { outcome: 'cases', source, cases: own }
      : {
          outcome: 'left-out',
          name: title,
          because: `nothing here compares ${format}`,
        };
  });
}
