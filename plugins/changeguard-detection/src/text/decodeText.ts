import { TextFailure } from './TextDocument';

/**
 * Bytes as text: UTF-8, with or without a mark; anything else is refused with a sentence instead of being read as something
 * it is not.
 *
 * @public
 */
export function decodeText(
  bytes: Uint8Array,
):
  | { outcome: 'decoded'; text: string }
  | { outcome: 'failed'; failure: TextFailure } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { outcome: 'decoded', text };
  } catch {
    return {
      outcome: 'failed',
      failure: {
        reason: 'parse-error',
        message: 'The text is not UTF-8; save it as UTF-8.',
      },
    };
  }
}
