import { ComparisonFailure } from '@changeguard/backstage-plugin-changeguard-common';
import { decodeText } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { Content } from './Content';
import { DefinitionPlace, placeInWords } from './DefinitionPlace';
import { readFromDisk } from './readFromDisk';
import { readFromGit } from './readFromGit';

/** A definition that was read. */
export interface Definition {
  text: string;
  /** The file, or folder, without the revision it was read from. */
  path: string;
  /** Where it was read from, in words. */
  name: string;
  /** Whether it is a folder of migrations, of which the text is JSON. */
  isFolder: boolean;
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
  const content = await (revision === null
    ? readFromDisk(path)
    : readFromGit(path, revision));
  const isFolder = !(content instanceof Uint8Array);
  if (isFolder && content.size === 0) {
    throw new Error(`There is no *.sql in the folder ${placeInWords(place)}.`);
  }
  const decoded = textOf(content);
  if (decoded.outcome === 'failed') return decoded;
  const { text } = decoded;
  const name = placeInWords(place);
  return { outcome: 'read', definition: { text, path, name, isFolder } };
}

/** One text of all: migrations are told apart as the engine for SQL takes them, which also knows their order. */
function textOf(content: Content): ReturnType<typeof decodeText> {
  if (content instanceof Uint8Array) return decodeText(content);
  const texts: [string, string][] = [];
  for (const [path, bytes] of content) {
    const decoded = decodeText(bytes);
    if (decoded.outcome === 'failed') {
      const { reason, message } = decoded.failure;
      const failure = { reason, message: `${path}: ${message}` };
      return { outcome: 'failed', failure };
    }
    texts.push([path, decoded.text]);
  }
  const text = JSON.stringify(Object.fromEntries(texts));
  return { outcome: 'decoded', text };
}
