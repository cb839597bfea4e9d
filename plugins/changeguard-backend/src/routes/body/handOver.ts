import { move, transferableSymbol, valueSymbol } from 'piscina';

/** What a thread, or whoever asked it, gets with the memory of these bytes, which nobody else has from then on: nothing is copied. */
export function handOver<T extends object>(
  value: T,
  bytes: readonly Uint8Array<ArrayBuffer>[],
): object {
  return move({
    [transferableSymbol]: bytes.map(({ buffer }) => buffer),
    [valueSymbol]: value,
  });
}
