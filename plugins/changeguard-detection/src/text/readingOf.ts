import { isObject } from './isObject';
import { WORDS_FOR_PEOPLE } from './keywords';

/** How an object is read: as a part of a definition, by names that its author chose, or as a value that says nothing to us. */
export type Reading = 'part' | 'names' | 'data';

/** Keywords whose keys are names: a property may be called `title`. */
const NAMED = new Set([
  '$defs',
  'callbacks',
  'content',
  'definitions',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'headers',
  'mapping',
  'messages',
  'parameters',
  'patternProperties',
  'properties',
  'responses',
  'schemas',
  'scopes',
  'variables',
]);

/** Keywords that hold values as they are. */
const DATA = new Set(['const', 'default', 'enum', 'x-extensible-enum']);

/** How what a key holds is read. */
export function readingOf(
  key: string,
  value: unknown,
  around: Reading,
): Reading {
  if (around === 'data') return 'data';
  if (around === 'names') return 'part';
  if (DATA.has(key)) return 'data';
  return NAMED.has(key) && isObject(value) ? 'names' : 'part';
}

/** Whether a key holds words for people. */
export function isForPeople(key: string, around: Reading): boolean {
  return around === 'part' && WORDS_FOR_PEOPLE.has(key);
}
