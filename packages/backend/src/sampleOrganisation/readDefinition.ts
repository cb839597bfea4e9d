import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { dump } from 'js-yaml';
import { findPackageFolder } from './findPackageFolder';

/**
 * Where an API's definition is, as written in the sample organisation's files:
 *
 * - `{ file }`: next to the entities.
 * - `{ package, file }`: in an installed npm package, as its authors publish it.
 * - `{ package, file, export }`: the same, when they publish it as a value of a CommonJS module.
 */
export type DefinitionSource = {
  file: string;
  package?: string;
  export?: string;
};

export async function readDefinition(
  source: DefinitionSource,
  folder: string,
): Promise<string> {
  const path = join(
    source.package ? findPackageFolder(source.package, folder) : folder,
    source.file,
  );
  if (!source.export) {
    return await readFile(path, 'utf8');
  }
  if (!['.js', '.cjs'].includes(extname(path))) {
    throw new InputError(`${path} is not a module, it exports nothing`);
  }
  return dump(readExport(path, source.export), { noRefs: true });
}

function readExport(path: string, name: string): unknown {
  const requireFrom = createRequire(path);
  // Without this an edit of the file would never be seen again: modules are loaded once.
  delete requireFrom.cache[requireFrom.resolve(path)];
  const exported = requireFrom(path)[name];
  if (exported === undefined) {
    throw new InputError(`${path} exports nothing called ${name}`);
  }
  return exported;
}
