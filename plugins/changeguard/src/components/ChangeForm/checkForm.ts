import { recordSchemaChangeSchema } from '@changeguard/backstage-plugin-changeguard-common';
import { FieldFailure } from '../../hooks/requestFailure';
import { Texts } from '../../hooks/useTexts';
import { groupRows } from './findings/groupRows';
import { bodyOf, FormValues, writtenFindings } from './formValues';

/** How long the text or list at a path of what is sent is. */
function lengthAt(path: readonly PropertyKey[], values: FormValues): number {
  let found: unknown = bodyOf(values);
  for (const key of path) found = (found as Record<PropertyKey, unknown>)[key];
  return (found as { length?: number } | null)?.length ?? 0;
}

/**
 * Everything the API would refuse, found before anything is sent, in words that say what to do. Pointers name a finding by its
 * row's key, because rows without content are not sent.
 */
export function checkForm(values: FormValues, t: Texts): FieldFailure[] {
  const parsed = recordSchemaChangeSchema.safeParse(bodyOf(values));
  const failures = (parsed.error?.issues ?? []).map(issue => {
    const pointer = `/${issue.path.map(String).join('/')}`;
    const last = issue.path.at(-1);
    let message: string = issue.message;
    if (issue.code === 'too_big') {
      const excess = lengthAt(issue.path, values) - Number(issue.maximum);
      message = t('changeForm.error.tooLong', { excess: String(excess) });
    } else if (last === 'entityRef' || last === 'title' || last === 'message') {
      message = t(`changeForm.error.${last}`);
    }
    return { pointer, code: issue.code as string, message };
  });
  if (
    values.effectiveAt &&
    values.sunsetAt &&
    values.sunsetAt < values.effectiveAt
  ) {
    failures.push({
      pointer: '/sunsetAt',
      code: 'custom',
      message: t('changeForm.error.sunset'),
    });
  }
  return byRow(failures, values);
}

/**
 * Names findings by the keys of their rows instead of their places in what was sent; what rows share is edited, and wrong, in the first
 * of them. One failure per field: the first.
 */
export function byRow(
  failures: readonly FieldFailure[],
  values: FormValues,
): FieldFailure[] {
  const rows = writtenFindings(values);
  const groups = groupRows(values.findings);
  const seen = new Set<string>();
  const keyOf = (index: number, field: string) => {
    const row = rows[index];
    if (!row) return index;
    if (field === 'message') return row.key;
    return groups.find(group => group.includes(row))?.[0].key ?? row.key;
  };
  return failures
    .map(failure => ({
      ...failure,
      pointer: failure.pointer.replace(
        /^\/findings\/(\d+)(?:\/(.+))?$/,
        (_, index, field = '') =>
          `/findings/${keyOf(Number(index), field)}${field && `/${field}`}`,
      ),
    }))
    .filter(({ pointer }) => !seen.has(pointer) && seen.add(pointer));
}

/** The id of the element that edits what a pointer names. */
export function fieldId(pointer: string): string {
  return `changeguard-form${pointer.replace(/\//g, '-')}`;
}
