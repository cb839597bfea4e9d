import { Ed25519Signer, removalText } from '@changeguard/audit-chain';

/** Places as ranges from–to. */
function rangesOf(places: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const seq of places) {
    const last = ranges[ranges.length - 1];
    if (last && last[1] === seq - 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

/** What the record of a removal says: where contents are gone, ascending, signed so that it cannot be made with the database alone. */
export function removalOfRanges(
  ranges: [number, number][],
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  return { ranges, ...signer?.sign(removalText(ranges)) };
}

/** The same of single places. */
export function removalOfPlaces(
  places: readonly number[],
  signer: Ed25519Signer | null,
): Record<string, unknown> {
  return removalOfRanges(rangesOf(places), signer);
}
