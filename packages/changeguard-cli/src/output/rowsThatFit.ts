/** As many rows as there is room for, each on a line of its own, and how many are left out. */
export function rowsThatFit(
  rows: readonly string[],
  room: { rows: number; characters: number },
): { shown: string[]; rest: number; characters: number } {
  const shown: string[] = [];
  let characters = 0;
  for (const row of rows.slice(0, room.rows)) {
    if (characters + row.length + 1 > room.characters) break;
    characters += row.length + 1;
    shown.push(row);
  }
  return { shown, rest: rows.length - shown.length, characters };
}
