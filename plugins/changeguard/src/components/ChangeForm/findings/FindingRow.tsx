import { makeStyles } from '@material-ui/core/styles';
import { memo } from 'react';
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

/** One finding to fill in. */
export const FindingRow = memo((props: FindingRowProps) => {
  const { number } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <li className={classes.root}>
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
