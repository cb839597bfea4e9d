import { makeStyles } from '@material-ui/core/styles';

/** Fields beside each other where there is room, below each other where there is not. */
export const useFieldRow = makeStyles(
  theme => ({
    row: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
      columnGap: theme.spacing(2),
      alignItems: 'start',
    },
  }),
  { name: 'ChangeGuardFieldRow' },
);
