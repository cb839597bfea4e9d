import type { KnownShortfall, Row } from './Row.ts';

/** What a row came to. */
export type Verdict = 'met' | 'known' | 'missed' | 'printed';

/** Judges a row by its goal and the file of known shortfalls. */
export function verdict(row: Row, known: readonly KnownShortfall[]): Verdict {
  if (row.goal === null) return 'printed';
  if (row.figure <= row.goal) return 'met';
  const shortfall = known.find(({ row: id }) => id === row.id);
  return shortfall && row.figure <= shortfall.figure ? 'known' : 'missed';
}

/** The table that the bench prints. */
export function table(
  rows: readonly Row[],
  known: readonly KnownShortfall[],
): string {
  const cells = rows.map(row => [
    row.id,
    row.what,
    `${row.figure.toFixed(2)} ${row.unit}`,
    row.goal === null ? '-' : `≤ ${row.goal} ${row.unit}`,
    verdict(row, known),
    row.detail ?? '',
  ]);
  const head = ['row', 'what', 'figure', 'goal', 'verdict', 'detail'];
  const widths = head.map((name, column) =>
    Math.max(name.length, ...cells.map(line => line[column].length)),
  );
  return [head, ...cells]
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
