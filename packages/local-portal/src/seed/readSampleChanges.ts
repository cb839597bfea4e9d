import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SAMPLE_ORGANISATION } from '../people/samplePeople.ts';
import type { SampleChange } from './SampleChange.ts';

/** The changes that the sample organisation starts with. */
export function readSampleChanges(
  folder = SAMPLE_ORGANISATION,
): SampleChange[] {
  return parse(
    readFileSync(join(folder, 'changes.yaml'), 'utf8'),
  ) as SampleChange[];
}
