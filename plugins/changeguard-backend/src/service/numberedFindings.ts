import { isDeepStrictEqual } from 'util';
import { FindingInput } from '@changeguard/backstage-plugin-changeguard-common';
import { FindingRow } from '../database/tables';
import { Ids } from '../ports/Ids';

/**
 * Hand-written findings as rows, in their order. One that is the same as before keeps its id, which is its fingerprint.
 */
export function numberedFindings(
  changeId: string,
  findings: readonly FindingInput[],
  earlier: readonly FindingRow[],
  ids: Ids,
): FindingRow[] {
  const left = [...earlier];
  return findings.map((finding, ordinal) => {
    const same = left.findIndex(row =>
      (Object.keys(finding) as (keyof FindingInput)[]).every(key =>
        isDeepStrictEqual(row[key], finding[key]),
      ),
    );
    const [kept] = same < 0 ? [] : left.splice(same, 1);
    const id = kept?.id ?? ids.next();
    return {
      ...finding,
      id,
      change_id: changeId,
      ordinal,
      fingerprint: kept?.fingerprint ?? id,
    };
  });
}
