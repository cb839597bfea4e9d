import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { changeGuardReactTranslationRef } from '../translation';

const useStyles = makeStyles(
  {
    root: { overflowWrap: 'anywhere', minWidth: 0 },
    // Text among text: the catalog's own box would not let a long name break within a sentence.
    text: { '& span': { display: 'inline' } },
    gone: { marginLeft: '0.5em' },
  },
  { name: 'ChangeGuardEntityName' },
);

/**
 * The name of an entity, linked to its page.
 *
 * @param props - `gone`: it is no longer in the catalog; then it is named, labelled and not linked.
 * @public
 */
export const EntityName = (props: {
  entityRef: string;
  gone?: boolean;
  hideIcon?: boolean;
}) => {
  const { entityRef, gone, hideIcon = true } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(changeGuardReactTranslationRef);

  if (gone) {
    return (
      <span className={classes.root}>
        {entityRef}
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.gone}
        >
          {t('flag.entityGone')}
        </Typography>
      </span>
    );
  }
  return (
    <EntityRefLink
      entityRef={entityRef}
      hideIcon={hideIcon}
      className={`${classes.root} ${hideIcon ? classes.text : ''}`}
    />
  );
};
