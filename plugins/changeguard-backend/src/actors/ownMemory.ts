import { setImmediate } from 'timers/promises';
import { isArrayBuffer } from 'util/types';

/** What is copied at a stretch: a few milliseconds, most of them for memory that is touched for the first time. */
const stretch = 2 * 1024 * 1024;

/** Whether nothing else is in the memory of these bytes, so that it can be handed to a thread with them. */
export function ownsMemory(
  bytes: Uint8Array,
): bytes is Uint8Array<ArrayBuffer> {
  return (
    isArrayBuffer(bytes.buffer) && bytes.buffer.byteLength === bytes.byteLength
  );
}

/** These bytes where they own their memory, or else a copy that does. */
export async function ownMemory(
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return ownsMemory(bytes) ? bytes : copyInTurns(bytes);
}

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
