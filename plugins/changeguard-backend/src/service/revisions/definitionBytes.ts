import { PayloadTooLargeError } from '../PayloadTooLargeError';

/**
 * A definition as bytes of UTF-8.
 *
 * @throws PayloadTooLargeError - when it has more of them than are compared.
 */
export function definitionBytes(text: string, limit: number): Uint8Array {
  // A character has at least one byte: what is far too long need not be encoded to know it.
  const bytes = text.length <= limit ? Buffer.from(text) : null;
  if (bytes && bytes.byteLength <= limit) return bytes;
  throw new PayloadTooLargeError(
    `The definition is longer than the ${limit} bytes that are compared`,
  );
}
