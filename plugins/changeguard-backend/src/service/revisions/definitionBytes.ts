import { PayloadTooLargeError } from '../PayloadTooLargeError';
import { SentDefinition } from './SentDefinition';

/**
 * The bytes of a definition.
 *
 * @throws PayloadTooLargeError - when it has more of them than are compared.
 */
export function definitionBytes(
  { text }: SentDefinition,
  limit: number,
): Uint8Array<ArrayBuffer> {
  if (text.byteLength <= limit) return text;
  throw new PayloadTooLargeError(
    `The definition is longer than the ${limit} bytes that are compared`,
  );
}
