import { readFile } from 'fs/promises';
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

/**
 * Reads a definition.
 *
 * @throws Error - when there is none, or the bytes are no text, with a sentence that names where they came from
 */
export async function readDefinition(
  place: DefinitionPlace,
): Promise<Definition> {
  const { path, revision } = place;
  const name = placeInWords(place);
  const decoded = decodeText(
    revision === null
      ? await readFile(path)
      : await readFromGit(path, revision),
  );
  if (decoded.outcome === 'failed') {
    throw new Error(`${name}: ${decoded.failure.message}`);
  }
  return { text: decoded.text, path, name };
}
