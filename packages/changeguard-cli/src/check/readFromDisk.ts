import { readdir, readFile, stat } from 'fs/promises';
import { join, sep } from 'path';
import { Content, isMigration } from './Content';

/** A file as it lies there, or the migrations of a folder. */
export async function readFromDisk(path: string): Promise<Content> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return readFile(path);
  const files = new Map<string, Uint8Array>();
  for (const file of await readdir(path, { recursive: true })) {
    if (!isMigration(file)) continue;
    files.set(file.split(sep).join('/'), await readFile(join(path, file)));
  }
  return files;
}
