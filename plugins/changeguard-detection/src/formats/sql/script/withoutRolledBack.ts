import { Statement } from './Statement';

/** Statements whose effects were kept: what a `ROLLBACK` took back is left out. */
export function withoutRolledBack(
  statements: readonly Statement[],
): Statement[] {
  const kept: Statement[] = [];
  let start: number | undefined;
  for (const statement of statements) {
    const { head } = statement;
    if (/^(BEGIN|START TRANSACTION)\b/.test(head)) {
      start ??= kept.length;
    } else if (/^(COMMIT|END)\b/.test(head)) {
      start = undefined;
    } else if (/^(ROLLBACK|ABORT)\b(?!.*\bTO\b)/.test(head)) {
      if (start !== undefined) kept.length = start;
      start = undefined;
    } else {
      kept.push(statement);
    }
  }
  return kept;
}
