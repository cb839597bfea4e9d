import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTexts } from '../../hooks/useTexts';
import { SavedView, savedViews } from './filters';

const useStyles = makeStyles(
  theme => ({
    root: { flexWrap: 'wrap' },
    view: {
      textTransform: 'none',
      lineHeight: 1.4,
      // The lab's own grey is too faint to read.
      color: theme.palette.text.secondary,
      '&.Mui-selected': { color: theme.palette.text.primary },
    },
  }),
  { name: 'ChangeGuardSavedViews' },
);

/** The selections everybody needs, one click away. */
export const SavedViews = (props: {
  view: SavedView | null;
  onChange: (view: SavedView | null) => void;
}) => {
  const { view, onChange } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      className={classes.root}
      value={view ?? 'all'}
      onChange={(_, value) => value && onChange(value === 'all' ? null : value)}
      aria-label={t('list.views')}
    >
      {(['all', ...savedViews] as const).map(name => (
        <ToggleButton key={name} value={name} className={classes.view}>
          {t(`list.${name}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
