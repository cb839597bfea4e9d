import { decodeText } from '@changeguard/backstage-plugin-changeguard-detection/rules';
import { Content } from './Content';
import { DefinitionPlace, placeInWords } from './DefinitionPlace';
import { attempt, Reading } from './Reading';
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

/** Reads a definition, which may not be there, and whose bytes may be no text. */
export async function readDefinition(
  place: DefinitionPlace,
): Promise<Reading<Definition>> {
  const read = await attempt(() => contentOf(place));
  if (read.outcome === 'failed') return read;
  const content = read.value;
  const decoded = textOf(content);
  if (decoded.outcome === 'failed') return decoded;
  const value = {
    text: decoded.text,
    path: place.path,
    name: placeInWords(place),
    isFolder: !(content instanceof Uint8Array),
  };
  return { outcome: 'read', value };
}

async function contentOf(place: DefinitionPlace): Promise<Content> {
  const { path, revision } = place;
  const content = await (revision === null
    ? readFromDisk(path)
    : readFromGit(path, revision));
  if (content instanceof Uint8Array || content.size > 0) return content;
  throw new Error(`There is no *.sql in the folder ${placeInWords(place)}.`);
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
