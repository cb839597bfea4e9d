import { makeStyles } from '@material-ui/core/styles';

/** There to be heard, without a place on the screen. */
const onlyHeard = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
} as const;

/**
 * A table where there is room for one, blocks where there is not. Its elements carry their roles, which they would lose with
 * their `display`.
 */
export const useDeliveryTableStyles = makeStyles(
  theme => ({
    head: {
      '& $row': { borderTop: 0 },
      // Above blocks, a head has no columns to name: what is left to see is the box that selects them all.
      [theme.breakpoints.down('sm')]: {
        '& $row': { gridTemplateAreas: '"select select select"' },
        '& $state, & $to, & $about, & $happened, & $action': onlyHeard,
      },
      // Where the button stands below the state, its heading would be a second line of the head.
      [theme.breakpoints.between('md', 1600)]: {
        '& $row': {
          gridTemplateAreas: '"select state to about happened"',
          gridTemplateRows: 'auto',
        },
        '& $action': onlyHeard,
      },
    },
    row: {
      // What is only heard stays inside, or the page would grow as far as it lies.
      position: 'relative',
      display: 'grid',
      gridTemplateColumns:
        '42px 132px minmax(0, 3fr) minmax(0, 4fr) minmax(0, 5fr) 92px',
      gridTemplateAreas: '"select state to about happened action"',
      columnGap: theme.spacing(1.5),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      // Beside the sidebar and the filters, a name needs the room of a column that holds one button.
      [theme.breakpoints.between('md', 1600)]: {
        gridTemplateColumns:
          '42px 132px minmax(0, 4fr) minmax(0, 4fr) minmax(0, 5fr)',
        gridTemplateAreas:
          '"select state to about happened" "select action to about happened"',
        gridTemplateRows: 'auto 1fr',
        rowGap: theme.spacing(0.75),
        '& $action': { textAlign: 'left' },
      },
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: '42px minmax(0, 1fr) auto',
        gridTemplateAreas:
          '"select state action" "select to to" "select about about" "select happened happened"',
        rowGap: theme.spacing(0.75),
      },
    },
    select: { gridArea: 'select' },
    box: { padding: theme.spacing(0.5) },
    selectAll: {
      margin: 0,
      columnGap: theme.spacing(3.25),
      [theme.breakpoints.up('md')]: { '& $selectAllText': onlyHeard },
    },
    selectAllText: {},
    state: { gridArea: 'state' },
    to: { gridArea: 'to' },
    about: { gridArea: 'about' },
    happened: { gridArea: 'happened' },
    action: { gridArea: 'action', textAlign: 'right' },
    error: { fontFamily: 'monospace', margin: theme.spacing(0.25, 0) },
  }),
  { name: 'ChangeGuardDeliveryTable' },
);
