import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';

/** What a revision is called: as its publisher did, else by the beginning of its hash. */
export function revisionName({
  version,
  hash,
}: Pick<Revision, 'version' | 'hash'>): string {
  return version ?? hash.slice(0, 8);
}
