import { Context } from '../Context';
import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import {
  labelOf,
  matchPaths,
  OperationPair,
  operationsOf,
  PathPair,
  renamedParameters,
} from './Operation';

/** Every path of either version, with the operations that are in both. */
export function pathsOf({
  base,
  revision,
}: Pick<Context, 'base' | 'revision'>): {
  path: PathPair;
  operations: OperationPair[];
}[] {
  return matchPaths(pathItems(base), pathItems(revision)).map(path => ({
    path,
    operations: pairsOf(path, base, revision),
  }));
}

function pathItems(document: ApiDocument): Map<string, Located> {
  return new Map(document.children(document.child(document.root, 'paths')));
}

function pairsOf(
  { base, revision }: PathPair,
  before: ApiDocument,
  after: ApiDocument,
): OperationPair[] {
  if (!base || !revision) return [];
  const old = operationsOf(before, base);
  const now = operationsOf(after, revision);
  const renamed = renamedParameters(base.path, revision.path);
  return [...old].flatMap(([method, operation]) => {
    const same = now.get(method);
    if (!same) return [];
    const label = labelOf(method, base.path);
    return [{ label, base: operation, revision: same, renamed }];
  });
}
