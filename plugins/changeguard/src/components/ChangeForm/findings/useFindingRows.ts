import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { fieldId } from '../checkForm';
import { FindingValues } from '../formValues';
import { ChangeFormState } from '../useChangeForm';
import { groupRows } from './groupRows';
import { pointerAfterRemoval } from './pointerAfterRemoval';

let made = 0;

/** A key that no stored finding and no earlier row of this browser has. */
function newKey(): string {
  made += 1;
  return `new-${Date.now().toString(36)}-${made}`;
}

/**
 * What one can do with the rows of findings, which are shown in groups: rows that say the same of several places are one thing to edit
 * and to move. Keeps the focus where the person is working, and says what happened.
 */
export function useFindingRows(form: ChangeFormState) {
  const { values, set } = form;
  const t = useTexts();
  const rows = useRef(values.findings);
  rows.current = values.findings;
  const groups = useMemo(() => groupRows(values.findings), [values.findings]);
  const [said, setSaid] = useState('');
  const focusNext = useRef<HTMLElement | string | null>(null);

  // Rows that change places lose the focus; it goes back to where it was, or to where the next thing is to be done.
  useLayoutEffect(() => {
    const target = focusNext.current;
    focusNext.current = null;
    if (typeof target === 'string') document.getElementById(target)?.focus();
    else target?.focus();
  }, [values.findings]);

  const change = useCallback(
    (keys: readonly string[], fields: Partial<FindingValues>) =>
      set(
        'findings',
        rows.current.map(row =>
          keys.includes(row.key) ? { ...row, ...fields } : row,
        ),
      ),
    [set],
  );

  /** Moves the group that a row is in. */
  const move = useCallback(
    (key: string, by: -1 | 1) => {
      const next = groupRows(rows.current);
      const from = next.findIndex(group => group.some(row => row.key === key));
      const to = from + by;
      if (to < 0 || to >= next.length) return;
      next.splice(to, 0, ...next.splice(from, 1));
      focusNext.current = document.activeElement as HTMLElement | null;
      set('findings', next.flat());
      setSaid(
        t('changeForm.finding.moved', {
          number: String(to + 1),
          total: String(next.length),
        }),
      );
    },
    [set, t],
  );

  const remove = useCallback(
    (keys: readonly string[]) => {
      focusNext.current = fieldId(
        pointerAfterRemoval(groupRows(rows.current), keys),
      );
      const next = rows.current.filter(({ key }) => !keys.includes(key));
      set('findings', next);
      setSaid(t('changeForm.finding.removed', { count: next.length }));
    },
    [set, t],
  );

  const add = useCallback(() => {
    const key = newKey();
    focusNext.current = fieldId(`/findings/${key}/message`);
    set('findings', [
      ...rows.current,
      {
        key,
        rule: 'manual',
        severity: 'breaking',
        side: '',
        pointer: '',
        before: '',
        after: '',
        message: '',
      },
    ]);
  }, [set]);

  return { groups, change, move, remove, add, said };
}
