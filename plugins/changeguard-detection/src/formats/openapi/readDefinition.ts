import { openApi30, openApi31 } from '../../schema-containment/Dialect';
import { liftSwagger2 } from './liftSwagger2';
import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { isObject } from '../../text/isObject';
import { wordOf } from '../../text/wordOf';

/** A parsed text as a definition in the model of OpenAPI 3; undefined when it is none. */
export function readDefinition(
  id: 'base' | 'revision',
  value: unknown,
): ApiDocument | undefined {
  if (!isObject(value)) return undefined;
  if (value.swagger !== undefined) {
    if (!/^2(\.|$)/.test(wordOf(value.swagger))) return undefined;
    const lifted = liftSwagger2(value);
    return new ApiDocument(id, lifted.value, openApi30, lifted.origins);
  }
  const version = /^3\.(\d+)/.exec(wordOf(value.openapi));
  if (!version) return undefined;
  return new ApiDocument(id, value, version[1] === '0' ? openApi30 : openApi31);
}
