import { UsageError } from '../UsageError';

const GIT = 'git:';

/** Where a definition is. */
export interface DefinitionPlace {
  path: string;
  /** Of git; null for the file as it lies there. */
  revision: string | null;
}

/**
 * What `<file>` and `--base` name: a file, or `git:<revision>:<file>`, the file as it is in a revision.
 *
 * @param path - the file that `git:<revision>` alone means
 */
export function definitionPlace(name: string, path?: string): DefinitionPlace {
  if (name === '') throw new UsageError('The name of a file is empty.');
  if (!name.startsWith(GIT)) return { path: name, revision: null };
  // Git takes what begins with a dash for an option, and a colon ends a revision.
  const named = /^([^-:\s][^:\s]*)(?::(.+))?$/.exec(name.slice(GIT.length));
  if (!named) {
    throw new UsageError(`'${name}' names no revision, such as git:main.`);
  }
  const [, revision, own = path] = named;
  if (own === undefined) {
    throw new UsageError(`'${name}' names no file, such as ${name}:api.yaml.`);
  }
  return { path: own, revision };
}

/** As people read it. */
export function placeInWords({ path, revision }: DefinitionPlace): string {
  return revision === null ? path : `${path} in ${revision}`;
}
