import { makeStyles } from '@material-ui/core/styles';

/** The form and, beside it where there is room, who will hear of it; on a phone that comes after the form. */
export const useFormLayout = makeStyles(
  theme => ({
    notices: {
      display: 'grid',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    // The palette's error colour is not readable as small text in both themes; the frame of the field keeps it.
    columns: {
      '& .MuiFormHelperText-root.Mui-error, & .MuiFormLabel-root.Mui-error': {
        color: theme.palette.text.primary,
        fontWeight: 'bold',
      },
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(280px, 380px)',
      alignItems: 'start',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    main: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    side: {
      position: 'sticky',
      top: theme.spacing(2),
      [theme.breakpoints.down('sm')]: { position: 'static' },
    },
  }),
  { name: 'ChangeGuardFormLayout' },
);
