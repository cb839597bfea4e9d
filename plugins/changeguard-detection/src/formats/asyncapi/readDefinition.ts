import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { asyncApi } from '../../schema-containment/Dialect';
import { isObject } from '../../text/isObject';
import { wordOf } from '../../text/wordOf';
import { Definition } from './model/Definition';
import { Version2Reader } from './model/Version2Reader';
import { Version3Reader } from './model/Version3Reader';

/** A parsed text as a definition of AsyncAPI 2 or 3; undefined when it is none. */
export function readDefinition(
  id: 'base' | 'revision',
  value: unknown,
): Definition | undefined {
  if (!isObject(value)) return undefined;
  const version = /^([23])\.\d+/.exec(wordOf(value.asyncapi));
  if (!version) return undefined;
  const document = new ApiDocument(id, value, asyncApi);
  return version[1] === '2'
    ? new Version2Reader(document).read()
    : new Version3Reader(document).read();
}
