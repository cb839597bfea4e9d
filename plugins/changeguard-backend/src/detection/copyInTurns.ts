import { setImmediate } from 'timers/promises';

/** What is copied at a stretch: a few milliseconds, most of them for memory that is touched for the first time. */
const stretch = 2 * 1024 * 1024;

/** Copies bytes, and lets the event loop turn between stretches of them. */
export async function copyInTurns(
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const copy = new Uint8Array(bytes.byteLength);
  for (let from = 0; from < bytes.byteLength; from += stretch) {
    if (from > 0) await setImmediate();
    copy.set(bytes.subarray(from, from + stretch), from);
  }
  return copy;
}
