import type { SideBySide } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { DiffRow, DiffRowLook } from './DiffRow';
import { useDiffStyles } from './useDiffStyles';

type Row = SideBySide['hunks'][number]['rows'][number];

/** Tells whether a row shows the finding: the line before, or the line after, that it is about. */
function lookedAt(texts: SideBySide, looked: string | undefined) {
  const [side, fingerprint] = looked?.split(' ') ?? [];
  const anchor = texts.anchors.find(one => one.fingerprint === fingerprint);
  const lines = { before: anchor?.beforeLine, after: anchor?.afterLine };
  const shows = (row: Row, one: 'before' | 'after') =>
    typeof lines[one] === 'number' && row[one]?.number === lines[one];
  // Where the finding has no line on the side one asks for, the other is all there is to see.
  const first =
    side === 'before' && typeof lines.before === 'number' ? 'before' : 'after';
  const target = typeof lines[first] === 'number' ? first : 'before';
  return (row: Row): DiffRowLook => {
    if (shows(row, target)) return 'target';
    return shows(row, 'before') || shows(row, 'after') ? 'twin' : 'none';
  };
}

/** Two texts side by side, in hunks; goes to the finding one looks at. */
export const SideBySideView = (props: {
  texts: SideBySide;
  /** The side and the fingerprint of a finding. */
  looked: string | undefined;
}) => {
  const { texts, looked } = props;
  const classes = useDiffStyles();
  const t = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const look = lookedAt(texts, looked);

  useEffect(() => {
    if (!looked) return;
    const row = root.current?.querySelector<HTMLElement>('[data-looked]');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [looked]);

  return (
    <div
      ref={root}
      className={classes.root}
      role="region"
      aria-label={t('revisions.diff.texts')}
    >
      {texts.outcome === 'fragments' && (
        <Typography variant="body2" color="textSecondary">
          {t('revisions.diff.fragments')}
        </Typography>
      )}
      {texts.hunks.map(hunk => (
        <div
          key={`${hunk.beforeStart} ${hunk.afterStart}`}
          className={classes.block}
        >
          <div className={classes.hunk}>
            {t('revisions.diff.lines', {
              before: String(hunk.beforeStart),
              after: String(hunk.afterStart),
            })}
          </div>
          {hunk.rows.map(row => (
            <DiffRow
              key={`${row.before?.number} ${row.after?.number}`}
              row={row}
              look={look(row)}
            />
          ))}
        </div>
      ))}
      {texts.omittedRows > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('revisions.diff.omitted', { count: texts.omittedRows })}
        </Typography>
      )}
    </div>
  );
};
