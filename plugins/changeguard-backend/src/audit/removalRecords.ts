import {
  Ed25519Signer,
  Ranges,
  Remainder,
  remaindersText,
  removalText,
  summaryOf,
} from '@changeguard/audit-chain';

/** Places as ranges from–to. */
export function rangesOf(places: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const seq of places) {
    const last = ranges[ranges.length - 1];
    if (last && last[1] === seq - 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

/** What the record of a purge says: where contents are gone, signed so that it cannot be made with the database alone. */
export function purgeOf(
  ranges: Ranges,
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  return { ranges, ...signer?.sign(removalText(ranges)) };
}

/** What the record of an erasure says: the same, and how it left what it left. Places and remainders are ascending. */
export function erasureOf(
  id: string,
  places: readonly number[],
  remainders: readonly Remainder[],
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  const ranges = rangesOf(places);
  const summary = summaryOf(remainders);
  const text = remaindersText({ id, action: 'audit.erased', ranges }, summary);
  return {
    ...purgeOf(ranges, signer),
    remainders: { ...summary, ...signer?.sign(text) },
  };
}
