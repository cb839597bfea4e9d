import { NotFoundError } from '@backstage/errors';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of an installed npm package, found as Node finds it: the nearest `node_modules` upwards.
 * `require.resolve('<name>/package.json')` would not do: a package whose `exports` leave its
 * package.json out, as GitHub's schema package does, refuses to be asked.
 */
export function findPackageFolder(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) {
      return candidate;
    }
    if (folder === dirname(folder)) {
      throw new NotFoundError(
        `The npm package ${name} is not installed in or above ${from}`,
      );
    }
  }
}
