import { ApiDocument, Located } from '../../../schema-comparison/ApiDocument';
import { Operation } from './Operation';

/** A parameter of an operation, its own or its path's. */
export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  located: Located;
  /** Whether it is declared for all operations of the path. */
  ofPath: boolean;
}

/** The parameters of an operation by place and name; an operation's own win over its path's. */
export function parametersOf(
  document: ApiDocument,
  operation: Operation,
  oldName: (name: string) => string = name => name,
): Map<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const [owner, ofPath] of [
    [operation.pathItem, true],
    [operation.located, false],
  ] as const) {
    for (const located of document.items(owner, 'parameters')) {
      const { name, in: place, required } = located.value;
      if (typeof name !== 'string' || typeof place !== 'string') continue;
      const old = place === 'path' ? oldName(name) : name;
      const key = `${place}:${place === 'header' ? old.toLowerCase() : old}`;
      found.set(key, {
        name,
        in: place,
        required: required === true || place === 'path',
        located,
        ofPath,
      });
    }
  }
  return found;
}

/** The schema of a parameter or header, its own or that of its only content. */
export function schemaOf(
  document: ApiDocument,
  located: Located,
): Located | undefined {
  const own = document.child(located, 'schema');
  if (own) return own;
  const [content] = document.children(document.child(located, 'content'));
  return content && document.child(content[1], 'schema');
}
