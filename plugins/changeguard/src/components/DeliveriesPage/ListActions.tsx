import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
    },
    space: { flex: 1 },
    choice: {
      textTransform: 'none',
      // The lab's own grey is too faint to read.
      color: theme.palette.text.secondary,
      '&.Mui-selected': { color: theme.palette.text.primary },
    },
  }),
  { name: 'ChangeGuardDeliveryActions' },
);

/** What to show, and what to do with what is shown. */
export const ListActions = (props: {
  view: 'all' | null;
  onView: (view: 'all' | null) => void;
  /** How many rows are chosen. */
  chosen: number;
  onUnselect: () => void;
  onReplayChosen: () => void;
  /** Undefined when nothing that matches can be replayed. */
  onReplayMatching: (() => void) | undefined;
}) => {
  const { view, onView, chosen, onUnselect } = props;
  const classes = useStyles();
  const t = useTexts();

  return (
    <div className={classes.root}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view ?? 'attention'}
        onChange={(_, value) => value && onView(value === 'all' ? 'all' : null)}
        aria-label={t('deliveries.view')}
      >
        <ToggleButton value="attention" className={classes.choice}>
          {t('deliveries.attention')}
        </ToggleButton>
        <ToggleButton value="all" className={classes.choice}>
          {t('deliveries.all')}
        </ToggleButton>
      </ToggleButtonGroup>
      <Typography className={classes.space} role="status">
        {chosen > 0 && t('deliveries.replay.chosen', { count: chosen })}
      </Typography>
      {chosen > 0 ? (
        <>
          <Button onClick={onUnselect}>
            {t('deliveries.replay.unselect')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            onClick={props.onReplayChosen}
          >
            {t('deliveries.replay.selected', { count: chosen })}
          </Button>
        </>
      ) : (
        <Button
          variant="outlined"
          disabled={!props.onReplayMatching}
          onClick={props.onReplayMatching}
        >
          {t('deliveries.replay.matching')}
        </Button>
      )}
    </div>
  );
};
