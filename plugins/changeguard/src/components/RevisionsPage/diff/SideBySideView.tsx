import type { SideBySide } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { DiffRow } from './DiffRow';
import { useDiffStyles } from './useDiffStyles';

/** The row that shows a finding: the line before, or the line after, that it is about. */
function rowOf(texts: SideBySide, looked: string | undefined) {
  const [side, fingerprint] = looked?.split(' ') ?? [];
  const anchor = texts.anchors.find(one => one.fingerprint === fingerprint);
  if (!anchor) return undefined;
  const { beforeLine, afterLine } = anchor;
  return side === 'before'
    ? { before: beforeLine ?? undefined }
    : { after: afterLine ?? undefined };
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
  const at = rowOf(texts, looked);

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
        <div key={`${hunk.beforeStart} ${hunk.afterStart}`}>
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
              isLooked={
                at !== undefined &&
                ((at.before !== undefined &&
                  row.before?.number === at.before) ||
                  (at.after !== undefined && row.after?.number === at.after))
              }
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
