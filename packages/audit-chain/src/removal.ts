import { Signature } from './Ed25519Signer';
import { Ranges } from './Places';
import { RemainderSummary } from './remainders';

/** Actions of the records that say whose content is gone: a person's, or what is past its retention. @public */
export const removalActions = ['audit.erased', 'audit.purged'] as const;

/** What the record of a removal says. @public */
export interface Removal {
  /** Of the record. */
  id: string;
  action: (typeof removalActions)[number];
  /** Places whose content is gone. */
  ranges: Ranges;
  /** Null when no key was configured. */
  signed: Signature | null;
  /** What is left there, which is nothing after a purge; null for removals of before there was such a summary. */
  remainders: (RemainderSummary & { signed: Signature | null }) | null;
}

/** The text that is signed of a removal, so that nobody with the database alone can make one. @public */
export function removalText(ranges: Ranges): string {
  return ['changeguard-audit-removal/1', inWords(ranges)].join('\n');
}

/** The text that is signed of what a removal left; it holds for that record alone. @public */
export function remaindersText(
  { id, action, ranges }: Pick<Removal, 'id' | 'action' | 'ranges'>,
  { count, digest }: RemainderSummary,
): string {
  return [
    'changeguard-audit-remainders/1',
    id,
    action,
    inWords(ranges),
    count,
    digest,
  ].join('\n');
}

function inWords(ranges: Ranges): string {
  return ranges.map(([from, to]) => `${from}-${to}`).join(',');
}

/** Whether a record's canonical bytes may be those of a removal: cheap, since few are, and every record is asked. */
const mark = Buffer.from('"action" : "audit.');

/** What a record says is gone; null when it is no removal. @public */
export function removalOf(bytes: Buffer): Removal | null {
  if (!bytes.includes(mark)) return null;
  const { id, outcome, after, ...told } = membersOf(parsed(bytes));
  const action = removalActions.find(one => one === told.action);
  if (!action || outcome !== 'success' || typeof id !== 'string') return null;
  const { ranges, remainders } = membersOf(after);
  if (!Array.isArray(ranges) || !ranges.every(isRange)) return null;
  const left = remainders === undefined ? null : summaryIn(remainders);
  if (left === undefined) return null;
  return {
    id,
    action,
    ranges,
    signed: signatureIn(after),
    remainders: left && { ...left, signed: signatureIn(remainders) },
  };
}

/** Whoever makes up bytes need not make up JSON. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' ? { ...value } : {};
}

function isRange(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(end => Number.isSafeInteger(end)) &&
    value[0] <= value[1]
  );
}

function summaryIn(value: unknown): RemainderSummary | undefined {
  const { count, digest } = membersOf(value);
  return typeof count === 'number' && typeof digest === 'string'
    ? { count, digest }
    : undefined;
}

function signatureIn(value: unknown): Signature | null {
  const { keyId, signature } = membersOf(value);
  return typeof keyId === 'string' && typeof signature === 'string'
    ? { keyId, signature }
    : null;
}
