import { useCallback, useRef } from 'react';

/** Works on pages without a secure context too, where `crypto.randomUUID` is missing. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Answers the `Idempotency-Key` for a content. The same content gets the same key until it is `renew`ed, so that a second
 * try after a lost answer stores nothing twice; another content gets another key, because the API refuses to reuse one.
 */
export function useIdempotencyKey() {
  const last = useRef<{ content: string; key: string }>();

  const keyFor = useCallback((content: unknown) => {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) {
      last.current = { content: text, key: randomKey() };
    }
    return last.current.key;
  }, []);

  const renew = useCallback(() => {
    last.current = undefined;
  }, []);

  return { keyFor, renew };
}
