import type { SideBySide } from '@changeguard/backstage-plugin-changeguard-common';
import { memo } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { useDiffStyles } from './useDiffStyles';

type Row = SideBySide['hunks'][number]['rows'][number];

/** `target`: this row shows the finding one looks at; `twin`: it shows the other side of it. */
export type DiffRowLook = 'target' | 'twin' | 'none';

const signs = { before: '-', after: '+' };

/** One line of both texts. */
export const DiffRow = memo((props: { row: Row; look: DiffRowLook }) => {
  const { row, look } = props;
  const classes = useDiffStyles();
  const t = useTexts();
  const isSame = row.kind === 'same';

  return (
    <div
      className={`${classes.row} ${look === 'none' ? '' : classes.looked}`}
      data-looked={look === 'target' || undefined}
      tabIndex={look === 'target' ? -1 : undefined}
    >
      {(['before', 'after'] as const).map(side => {
        const line = row[side];
        const own = [
          line && !isSame ? classes[side] : '',
          isSame && side === 'before' ? classes.twin : '',
          line ? '' : classes.absent,
        ].join(' ');
        return [
          <span
            key={`${side} sign`}
            className={own}
            aria-label={
              line && !isSame
                ? t(
                    side === 'before'
                      ? 'revisions.diff.removed'
                      : 'revisions.diff.added',
                  )
                : undefined
            }
            role={line && !isSame ? 'img' : undefined}
          >
            {line && !isSame && signs[side]}
          </span>,
          <span key={`${side} number`} className={`${classes.number} ${own}`}>
            {line?.number}
          </span>,
          <span key={`${side} text`} className={`${classes.text} ${own}`}>
            {line?.text}
          </span>,
        ];
      })}
    </div>
  );
});
