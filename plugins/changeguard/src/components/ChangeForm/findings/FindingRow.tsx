import { makeStyles } from '@material-ui/core/styles';
import { memo } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { FindingValues } from '../formValues';
import { FindingFields } from './FindingFields';
import { FindingPlaceRows } from './FindingPlaceRows';
import { FindingRowActions } from './FindingRowActions';
import { MessageField } from './MessageField';
import type { OpenPlaces } from './useOpenPlaces';

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
  /** One finding, or all that say the same of several places. */
  group: readonly FindingValues[];
  /** From 1. */
  number: number;
  isLast: boolean;
  /** Whether its places are shown, where it has several. */
  isOpen: boolean;
  onToggle: OpenPlaces['toggle'];
  onChange: (keys: readonly string[], fields: Partial<FindingValues>) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onRemove: (keys: readonly string[]) => void;
}

/** Groups are made anew with every edit; what is in them is not. */
function isSame(one: FindingRowProps, other: FindingRowProps): boolean {
  const { group, ...rest } = one;
  return (
    group.length === other.group.length &&
    group.every((row, index) => row === other.group[index]) &&
    Object.entries(rest).every(
      ([key, value]) => value === other[key as keyof typeof rest],
    )
  );
}

/** One finding to fill in; what it says of several places is filled in once. */
export const FindingRow = memo((props: FindingRowProps) => {
  const { group, number } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <li className={classes.root}>
      <fieldset className={classes.frame}>
        <legend className={classes.legend}>
          {t('changeForm.finding.legend', { number: String(number) })}
          <FindingRowActions {...props} />
        </legend>
        {group.length > 1 ? (
          <FindingPlaceRows {...props} />
        ) : (
          <MessageField {...props} finding={group[0]} />
        )}
        <FindingFields {...props} />
      </fieldset>
    </li>
  );
}, isSame);
