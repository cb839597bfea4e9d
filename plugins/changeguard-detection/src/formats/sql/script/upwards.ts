/** Where the way up begins or ends: dbmate's `-- migrate:up`, goose's `-- +goose Up`, sql-migrate's `-- +migrate Up`. */
const SECTION =
  /^[ \t]*--[ \t]*(?:migrate:|\+goose[ \t]+|\+migrate[ \t]+)(up|down)\b/i;

/** A migration without the part that undoes it; its lines keep their numbers. */
export function upwards(text: string): string {
  let isUp = true;
  return text
    .split('\n')
    .map(line => {
      const way = SECTION.exec(line)?.[1]?.toLowerCase();
      if (way) isUp = way === 'up';
      return isUp ? line : '';
    })
    .join('\n');
}
