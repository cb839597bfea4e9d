import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import { useTexts } from '../../hooks/useTexts';
import { recordSchemaChangeRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({
    root: {
      whiteSpace: 'nowrap',
      // The header leaves no space between the page's name and what stands beside it.
      marginLeft: theme.spacing(1),
      [theme.breakpoints.down('xs')]: {
        minWidth: 0,
        padding: theme.spacing(0.5),
      },
    },
    icon: {
      [theme.breakpoints.down('xs')]: { margin: 0 },
    },
    // A phone has no room for words beside the page's name.
    words: { [theme.breakpoints.down('xs')]: { display: 'none' } },
  }),
  { name: 'ChangeGuardRecordButton' },
);

/** The way to the form, on every page of ChangeGuard. The form asks for the entity, one's own teams' first. */
export const RecordButton = () => {
  const classes = useStyles();
  const t = useTexts();
  const form = useRouteRef(recordSchemaChangeRouteRef);

  return (
    <LinkButton
      to={form()}
      size="small"
      variant="contained"
      color="primary"
      className={classes.root}
      classes={{ startIcon: classes.icon }}
      startIcon={<AddIcon />}
      aria-label={t('page.record')}
    >
      <span className={classes.words}>{t('page.record')}</span>
    </LinkButton>
  );
};
