import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  { root: { minWidth: 0, overflowWrap: 'anywhere' } },
  { name: 'ChangeGuardEntityOption' },
);

/** An entity among others: its name, and what it is. */
export const EntityOption = (props: { entity: Entity }) => {
  const { entity } = props;
  const classes = useStyles();
  const { type } = entity.spec ?? {};

  return (
    <div className={classes.root}>
      <Typography>{entity.metadata.title ?? entity.metadata.name}</Typography>
      <Typography variant="caption" color="textSecondary">
        {[stringifyEntityRef(entity), typeof type === 'string' && type]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </div>
  );
};
