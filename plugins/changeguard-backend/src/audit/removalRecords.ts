import {
  Ed25519Signer,
  Ranges,
  Remainder,
  remaindersText,
  Removal,
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

/** What the record of a removal says: where contents are gone, and what is left there; signed so that it cannot be made with the database alone. */
function removalRecord(
  removal: Pick<Removal, 'id' | 'action' | 'ranges'>,
  remainders: readonly Remainder[],
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  const { ranges } = removal;
  const summary = summaryOf(remainders);
  return {
    ranges,
    ...signer?.sign(removalText(ranges)),
    remainders: {
      ...summary,
      ...signer?.sign(remaindersText(removal, summary)),
    },
  };
}

/** What the record of a purge says, which leaves nothing. */
export function purgeOf(
  id: string,
  ranges: Ranges,
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  return removalRecord({ id, action: 'audit.purged', ranges }, [], signer);
}

/** What the record of an erasure says. Places and remainders are ascending. */
export function erasureOf(
  id: string,
  places: readonly number[],
  remainders: readonly Remainder[],
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  const ranges = rangesOf(places);
  return removalRecord(
    { id, action: 'audit.erased', ranges },
    remainders,
    signer,
  );
}
