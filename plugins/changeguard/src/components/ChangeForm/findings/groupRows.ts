import { groupFindings } from '@changeguard/backstage-plugin-changeguard-common';
import { FindingValues } from '../formValues';

/**
 * Says of rows that are filled in which of them began as one finding in several places. That is decided once: groups made anew from what is
 * typed would fall apart, or fuse with others, in the middle of a word.
 */
export function markGroups(rows: readonly FindingValues[]): FindingValues[] {
  const groups = groupFindings(
    rows.map(row => ({
      ...row,
      side: row.side || null,
      fingerprint: row.fingerprint ?? null,
    })),
  );
  const groupOf = new Map(
    groups.flatMap(({ findings }) =>
      findings.map(({ key }) => [key, findings[0].key] as const),
    ),
  );
  return rows.map(row => ({ ...row, group: groupOf.get(row.key) }));
}

/** Rows in groups that are edited as one: those that began as one. Each group has at least one row. */
export function groupRows(rows: readonly FindingValues[]): FindingValues[][] {
  const groups = new Map<string, FindingValues[]>();
  for (const row of rows) {
    const name = row.group ?? row.key;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()];
}
