import { groupFindings } from '@changeguard/backstage-plugin-changeguard-common';
import { FindingValues } from '../formValues';

/** Rows in groups that are edited as one: what several places share, as a comparison filled it in. Each group has at least one row. */
export function groupRows(rows: readonly FindingValues[]): FindingValues[][] {
  return groupFindings(
    rows.map(row => ({
      ...row,
      side: row.side || null,
      fingerprint: row.fingerprint ?? null,
      row,
    })),
  ).map(({ findings }) => findings.map(({ row }) => row));
}
