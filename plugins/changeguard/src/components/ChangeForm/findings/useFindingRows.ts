import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { fieldId } from '../checkForm';
import { FindingValues } from '../formValues';
import { ChangeFormState } from '../useChangeForm';

let made = 0;

/** A key that no stored finding and no earlier row of this browser has. */
function newKey(): string {
  made += 1;
  return `new-${Date.now().toString(36)}-${made}`;
}

/** What one can do with the rows of findings. Keeps the focus where the person is working, and says what happened. */
export function useFindingRows(form: ChangeFormState) {
  const { values, set } = form;
  const t = useTexts();
  const rows = useRef(values.findings);
  rows.current = values.findings;
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
    (key: string, fields: Partial<FindingValues>) =>
      set(
        'findings',
        rows.current.map(row =>
          row.key === key ? { ...row, ...fields } : row,
        ),
      ),
    [set],
  );

  const move = useCallback(
    (key: string, by: -1 | 1) => {
      const from = rows.current.findIndex(row => row.key === key);
      const to = from + by;
      if (to < 0 || to >= rows.current.length) return;
      const next = [...rows.current];
      next.splice(to, 0, ...next.splice(from, 1));
      focusNext.current = document.activeElement as HTMLElement | null;
      set('findings', next);
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
    (key: string) => {
      const at = rows.current.findIndex(row => row.key === key);
      const next = rows.current.filter(row => row.key !== key);
      const neighbour = next[Math.min(at, next.length - 1)];
      focusNext.current = neighbour
        ? fieldId(`/findings/${neighbour.key}/message`)
        : fieldId('/findings');
      set('findings', next);
      setSaid(t('changeForm.finding.removed', { total: String(next.length) }));
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

  return { rows: values.findings, change, move, remove, add, said };
}
