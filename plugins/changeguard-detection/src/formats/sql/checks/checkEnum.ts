import { Report, Statement } from './Report';

/** The values of an enum. */
export function checkEnum(
  path: string,
  old: readonly string[],
  now: readonly string[],
  places: Statement,
  report: Report,
): void {
  const [had, has] = [new Set(old), new Set(now)];
  for (const value of old) {
    if (!has.has(value))
      report.state('enum-value-removed', path, { ...places, before: value });
  }
  for (const value of now) {
    if (!had.has(value))
      report.state('enum-value-added', path, { ...places, after: value });
  }
  const before = old.filter(value => has.has(value)).join(', ');
  const after = now.filter(value => had.has(value)).join(', ');
  if (before !== after)
    report.state('enum-order-changed', path, { ...places, before, after });
}
