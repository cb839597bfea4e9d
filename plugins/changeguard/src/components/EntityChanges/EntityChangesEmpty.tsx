import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import VerifiedUserOutlinedIcon from '@material-ui/icons/VerifiedUserOutlined';
import { ReactNode } from 'react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      maxWidth: 680,
      margin: theme.spacing(4, 'auto'),
      textAlign: 'center',
      overflowWrap: 'anywhere',
      '& p': { marginTop: theme.spacing(1.5) },
    },
    icon: { fontSize: 48, color: theme.palette.text.secondary },
  }),
  { name: 'ChangeGuardEntityChangesEmpty' },
);

/** Says what this tab is for, to those who see it empty. */
export const EntityChangesEmpty = (props: {
  name: string;
  /** Who may record changes, when the reader may not. */
  owners?: ReactNode;
}) => {
  const { name, owners } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <div className={classes.root}>
      <VerifiedUserOutlinedIcon className={classes.icon} aria-hidden />
      <Typography variant="h5" component="h2">
        {t('entity.emptyTitle')}
      </Typography>
      <Typography>{t('entity.emptyWhat', { entity: name })}</Typography>
      <Typography>{t('entity.emptyAffecting', { entity: name })}</Typography>
      {owners && (
        <Typography color="textSecondary">
          {t('entity.emptyOwner')} {owners}
        </Typography>
      )}
    </div>
  );
};
