import { makeStyles } from '@material-ui/core/styles';

/**
 * Two columns: what a change is, and who is concerned. The right one comes first in the document, because on a phone, and to a
 * screen reader, what the reader has to do comes first.
 */
export const useChangeLayout = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 400px)',
      gridTemplateAreas: '"main side"',
      alignItems: 'start',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gridTemplateAreas: '"side" "main"',
      },
    },
    main: {
      gridArea: 'main',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    side: {
      gridArea: 'side',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'ChangeGuardChangeLayout' },
);
