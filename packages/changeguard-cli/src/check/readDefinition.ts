import { readFile } from 'fs/promises';
import { ComparisonFailure } from '@changeguard/backstage-plugin-changeguard-common';
import { decodeText } from '@changeguard/backstage-plugin-changeguard-detection';
import { DefinitionPlace, placeInWords } from './DefinitionPlace';
import { readFromGit } from './readFromGit';

/** A definition that was read. */
export interface Definition {
  text: string;
  /** The file, without the revision it was read from. */
  path: string;
  /** Where it was read from, in words. */
  name: string;
}

/** Why a definition cannot be compared with anything. */
export type ReadingFailure = Omit<ComparisonFailure, 'which' | 'line'>;

/** What came of reading a definition: bytes may be no text. */
export type DefinitionReading =
  | { outcome: 'read'; definition: Definition }
  | { outcome: 'failed'; failure: ReadingFailure };

/**
 * Reads a definition.
 *
 * @throws Error - when there is none
 */
export async function readDefinition(
  place: DefinitionPlace,
): Promise<DefinitionReading> {
  const { path, revision } = place;
  const decoded = decodeText(
    revision === null
      ? await readFile(path)
      : await readFromGit(path, revision),
  );
  if (decoded.outcome === 'failed') return decoded;
  const { text } = decoded;
  return {
    outcome: 'read',
    definition: { text, path, name: placeInWords(place) },
  };
}
