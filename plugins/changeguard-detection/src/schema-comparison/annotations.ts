import { SCHEMA_WORDS_FOR_PEOPLE } from '../text/keywords';

/** Words of a schema that say nothing of what is exchanged; a `default` and a `readOnly` do, though they refuse no value. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...SCHEMA_WORDS_FOR_PEOPLE,
  'deprecated',
  'externalDocs',
  '$comment',
]);
