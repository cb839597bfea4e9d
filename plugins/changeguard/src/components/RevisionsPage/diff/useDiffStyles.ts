import { alpha, makeStyles } from '@material-ui/core/styles';

/** Two texts beside each other where there is room, below each other where there is not. */
export const useDiffStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      maxHeight: '70vh',
      overflow: 'auto',
      fontFamily: 'monospace',
      fontSize: 12,
      border: `1px solid ${theme.palette.divider}`,
    },
    // What is out of sight is not laid out: thousands of rows stay quick.
    block: {
      contentVisibility: 'auto',
      containIntrinsicSize: 'auto 400px',
    },
    hunk: {
      padding: theme.spacing(0.25, 1),
      backgroundColor: theme.palette.action.hover,
    },
    row: {
      display: 'grid',
      gridTemplateColumns: '16px 44px minmax(0, 1fr) 16px 44px minmax(0, 1fr)',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '16px 44px minmax(0, 1fr)',
      },
    },
    looked: { outline: `2px solid ${theme.palette.primary.main}` },
    // No fainter than the rest: on the colours of what changed it could not be read.
    number: {
      textAlign: 'right',
      paddingRight: theme.spacing(1),
      userSelect: 'none',
    },
    text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    // An unchanged line need not be read twice.
    twin: { [theme.breakpoints.down('xs')]: { display: 'none' } },
    absent: { [theme.breakpoints.down('xs')]: { display: 'none' } },
    before: { backgroundColor: alpha(theme.palette.error.main, 0.1) },
    after: { backgroundColor: alpha(theme.palette.success.main, 0.1) },
  }),
  { name: 'ChangeGuardDiff' },
);
