import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, memo } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { FindingValues } from '../formValues';
import { FindingFields } from './FindingFields';
import { FindingRowActions } from './FindingRowActions';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1, 0, 2),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    frame: { border: 0, padding: 0, margin: 0, minWidth: 0 },
    legend: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      width: '100%',
      padding: 0,
      ...theme.typography.body2,
    },
  }),
  { name: 'ChangeGuardFindingRow' },
);

/** What a row of the findings takes; all functions stay the same, so that typing in one row draws only that row. */
export interface FindingRowProps {
  finding: FindingValues;
  /** From 1. */
  number: number;
  isLast: boolean;
  onChange: (key: string, fields: Partial<FindingValues>) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onRemove: (key: string) => void;
}

/** One finding to fill in. Alt with an arrow moves it. */
export const FindingRow = memo((props: FindingRowProps) => {
  const { finding, number, onMove } = props;
  const classes = useStyles();
  const t = useTexts();

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey) return;
    if (event.key === 'ArrowUp') onMove(finding.key, -1);
    else if (event.key === 'ArrowDown') onMove(finding.key, 1);
    else return;
    event.preventDefault();
  };

  return (
    <li className={classes.root} onKeyDown={onKeyDown}>
      <fieldset className={classes.frame}>
        <legend className={classes.legend}>
          {t('changeForm.finding.legend', { number: String(number) })}
          <FindingRowActions {...props} />
        </legend>
        <FindingFields {...props} />
      </fieldset>
    </li>
  );
});
