import { isObject } from '../../../text/isObject';
import { pointerTokens } from '../../../text/JsonPointer';

/** The name of the shared part that is referred to, where one is. */
export function referenceOf(written: unknown): string | undefined {
  if (!isObject(written) || typeof written.$ref !== 'string') return undefined;
  return pointerTokens(written.$ref).at(-1);
}
