import { ExportHeader, ExportTrailer } from './exportFormat';

const hex64 = /^[0-9a-f]{64}$/;

function parsed(line: Buffer): Record<string, unknown> | null {
  try {
    const value = JSON.parse(line.toString());
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

const isHash = (value: unknown): value is string =>
  typeof value === 'string' && hex64.test(value);
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const isSelection = (value: unknown) =>
  value === null || (typeof value === 'object' && !Array.isArray(value));

/** Reads a line as a header; null when it is none. */
export function readHeader(line: Buffer): ExportHeader | null {
  const value = parsed(line);
  if (value?.changeguardAudit !== 1) return null;
  const { fromSeq, prev, selection } = value;
  const isGood =
    isCount(fromSeq) &&
    fromSeq > 0 &&
    isSelection(selection) &&
    (selection ? prev === null : isHash(prev));
  // Every field that is read was checked.
  return isGood ? (value as unknown as ExportHeader) : null;
}

/** Reads a line as a trailer; null when it is none. */
export function readTrailer(line: Buffer): ExportTrailer | null {
  const trailer = parsed(line)?.trailer as Record<string, unknown> | undefined;
  if (trailer === null || typeof trailer !== 'object') return null;
  const { fromSeq, toSeq, hash, records, lines, selection, at } = trailer;
  const { keyId, signature } = trailer;
  const isGood =
    [fromSeq, toSeq, records].every(isCount) &&
    (hash === null || isHash(hash)) &&
    isHash(lines) &&
    isSelection(selection) &&
    typeof at === 'string' &&
    [keyId, signature].every(one => one === null || typeof one === 'string') &&
    (keyId === null) === (signature === null);
  // Every field that is read was checked.
  return isGood ? (trailer as unknown as ExportTrailer) : null;
}
