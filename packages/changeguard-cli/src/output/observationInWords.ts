import { Observation } from '@changeguard/backstage-plugin-changeguard-common';

/** What came of publishing a definition, for people at a terminal. */
export function observationInWords(
  { outcome, verdict, change, failure, hints }: Omit<Observation, 'revision'>,
  entityRef: string,
  pageOf: (path: string) => string,
): string {
  const said = {
    first: `The first revision of ${entityRef} is stored.`,
    unchanged: failure
      ? `${entityRef} is unchanged, and could not be compared: ${failure.message}`
      : `${entityRef} is unchanged.`,
    compared: `A new revision of ${entityRef} is stored: ${verdict}.`,
    partial: `A new revision of ${entityRef} is stored: ${verdict}, and not all of it could be compared.`,
    failed: `A new revision of ${entityRef} is stored, and could not be compared: ${failure?.message}`,
  }[outcome];
  return [
    said,
    // The open change stays as it was: a text that could not be compared is no part of it.
    ...(change && !failure
      ? [`The ${change.status} change: ${pageOf(change.link)}`]
      : []),
    ...hints,
  ].join('\n');
}
