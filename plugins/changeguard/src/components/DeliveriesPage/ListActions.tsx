import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { ViewToggle } from '../ViewToggle/ViewToggle';

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
      <ViewToggle
        label={t('deliveries.view')}
        views={{
          attention: t('deliveries.attention'),
          all: t('deliveries.all'),
        }}
        view={view ?? 'attention'}
        onView={next => onView(next === 'all' ? 'all' : null)}
      />
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
