import { isDeepStrictEqual } from 'util';
import { FindingInput } from '@changeguard/backstage-plugin-changeguard-common';
import { FindingRow } from '../../database/tables';
import { Ids } from '../../ports/Ids';

/** What is compared to know a finding again. */
const written = [
  'rule',
  'severity',
  'side',
  'pointer',
  'operation',
  'before',
  'after',
  'message',
] as const satisfies readonly (keyof FindingInput)[];

function isSame(row: FindingRow, finding: FindingInput): boolean {
  return finding.fingerprint
    ? row.fingerprint === finding.fingerprint
    : written.every(key => isDeepStrictEqual(row[key], finding[key]));
}

/**
 * Findings as rows, in their order. A detected one is known again by its fingerprint; a hand-written one that is the same as before
 * keeps its id, which is its fingerprint.
 */
export function numberedFindings(
  changeId: string,
  findings: readonly FindingInput[],
  earlier: readonly FindingRow[],
  ids: Ids,
): FindingRow[] {
  const left = [...earlier];
  return findings.map((finding, ordinal) => {
    const same = left.findIndex(row => isSame(row, finding));
    const [kept] = same < 0 ? [] : left.splice(same, 1);
    const id = kept?.id ?? ids.next();
    return {
      ...finding,
      id,
      change_id: changeId,
      ordinal,
      fingerprint: finding.fingerprint ?? kept?.fingerprint ?? id,
    };
  });
}
