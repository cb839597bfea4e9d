import { readFile } from 'fs/promises';
import { decodeText } from '@changeguard/backstage-plugin-changeguard-detection';

/** The text of a file. */
export async function readDefinition(file: string): Promise<string> {
  return definitionText(file, await readFile(file));
}

/** @throws Error - when the bytes are no text, with a sentence that names where they came from */
export function definitionText(name: string, bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded.outcome === 'failed') {
    throw new Error(`${name}: ${decoded.failure.message}`);
  }
  return decoded.text;
}
