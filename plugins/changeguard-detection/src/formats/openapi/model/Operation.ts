import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';

/** The methods an operation can have. */
export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
] as const;

/** One operation of one version. */
export interface Operation {
  method: string;
  /** The path as it is written. */
  path: string;
  pathItem: Located;
  located: Located;
}

/** An operation that is in both versions. */
export interface OperationPair {
  /** How people call it, such as `GET /orders/{id}`. */
  label: string;
  base: Operation;
  revision: Operation;
  /** Old names of path parameters by their new ones. */
  renamed: ReadonlyMap<string, string>;
}

/** A path that is in both versions, or in one. */
export interface PathPair {
  base?: { path: string; located: Located };
  revision?: { path: string; located: Located };
}

/** How people call an operation. */
export function labelOf(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}

/** The operations of a path. */
export function operationsOf(
  document: ApiDocument,
  entry: PathPair['base'],
): Map<string, Operation> {
  const found = new Map<string, Operation>();
  if (!entry) return found;
  for (const method of METHODS) {
    const located = document.child(entry.located, method);
    if (located) {
      found.set(method, {
        method,
        path: entry.path,
        pathItem: entry.located,
        located,
      });
    }
  }
  return found;
}

/**
 * Paths of two versions matched by their templates: those written alike first, then those that differ in the names of their
 * parameters only.
 */
export function matchPaths(
  base: ReadonlyMap<string, Located>,
  revision: ReadonlyMap<string, Located>,
): PathPair[] {
  const pairs: PathPair[] = [];
  const left = new Map<string, string[]>();
  for (const path of revision.keys()) {
    if (base.has(path)) continue;
    const template = templateOf(path);
    left.set(template, [...(left.get(template) ?? []), path]);
  }
  const matched = new Set<string>();
  for (const [path, located] of base) {
    const same = revision.has(path)
      ? path
      : left.get(templateOf(path))?.shift();
    if (same !== undefined) matched.add(same);
    pairs.push({
      base: { path, located },
      revision:
        same === undefined
          ? undefined
          : { path: same, located: revision.get(same)! },
    });
  }
  for (const [path, located] of revision) {
    if (!matched.has(path)) pairs.push({ revision: { path, located } });
  }
  return pairs;
}

function templateOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
}

/** Old names of path parameters by their new ones. */
export function renamedParameters(
  base: string,
  revision: string,
): Map<string, string> {
  const names = (path: string) => path.match(/\{[^}]*\}/g) ?? [];
  const old = names(base);
  return new Map(
    names(revision).map((name, index) => [
      name.slice(1, -1),
      (old[index] ?? name).slice(1, -1),
    ]),
  );
}
