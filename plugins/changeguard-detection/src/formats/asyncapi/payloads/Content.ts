import { Located } from '../../../schema-comparison/ApiDocument';
import { childPointer } from '../../../text/JsonPointer';
import { isObject } from '../../../text/isObject';
import { Definition, Message } from '../model/Definition';
import { wordAt } from '../model/wordAt';
import { Language, languageOf } from './languageOf';

/** What a message says about its payload or its headers. */
export interface Content {
  language: Language;
  schemaFormat: string | undefined;
  /** The schema as it is written; undefined where nothing is said. */
  written: unknown;
  /** The same with references followed, where it is an object. */
  schema: Located | undefined;
}

/** Reads a payload or headers: a schema with the message's format, or, since AsyncAPI 3, one that brings its own. */
export function contentOf(
  { document }: Definition,
  { located }: Message,
  word: 'payload' | 'headers',
): Content {
  const own = document.child(located, word);
  if (
    own &&
    typeof own.value.schemaFormat === 'string' &&
    'schema' in own.value
  ) {
    return {
      language: languageOf(own.value.schemaFormat),
      schemaFormat: own.value.schemaFormat,
      written: own.value.schema,
      schema: document.child(own, 'schema'),
    };
  }
  const said = word === 'payload' ? wordAt(located, 'schemaFormat') : undefined;
  return {
    language: languageOf(said),
    schemaFormat: said,
    written: own?.value ?? located.value[word],
    schema: own ?? booleanSchema(located, word),
  };
}

/** `true` allows everything, `false` nothing. */
function booleanSchema(
  { value, pointer }: Located,
  word: string,
): Located | undefined {
  const own = value[word];
  if (typeof own !== 'boolean') return undefined;
  return {
    value: own ? {} : { not: {} },
    pointer: childPointer(pointer, word),
  };
}

/** Whether a language's schema is there to be compared. */
export function isSaid({ written }: Content): boolean {
  return written !== undefined && written !== null && !isEmpty(written);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}
