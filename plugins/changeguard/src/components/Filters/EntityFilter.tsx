import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  { chip: { maxWidth: '100%', margin: 0 } },
  { name: 'ChangeGuardEntityFilter' },
);

/** The entities a link narrowed the list down to, each with a way to let it go. */
export const EntityFilter = (props: {
  label: string;
  entityRefs: string[];
  onChange: (entityRefs: string[]) => void;
}) => {
  const { label, entityRefs, onChange } = props;
  const classes = useStyles();
  const t = useTexts();

  if (entityRefs.length === 0) return null;
  return (
    <div>
      <FormLabel component="div">{label}</FormLabel>
      {entityRefs.map(ref => (
        <Chip
          key={ref}
          size="small"
          className={classes.chip}
          label={<EntityDisplayName entityRef={ref} disableTooltip />}
          onDelete={() => onChange(entityRefs.filter(one => one !== ref))}
          aria-label={t('filters.remove', { name: ref })}
        />
      ))}
    </div>
  );
};
