import type { DeliverySummary } from '@changeguard/backstage-plugin-changeguard-common';
import { RelativeTime } from '@changeguard/backstage-plugin-changeguard-react';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { unsettledStates } from '../deliveryFilters';
import { useChannelName } from '../useChannelName';

const useStyles = makeStyles(
  theme => ({
    figures: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
  }),
  { name: 'ChangeGuardChannelFigures' },
);

/** What one channel still has to do and what it failed to do; zeros are left out. */
export const ChannelFigures = (props: {
  figures: DeliverySummary['channels'][number];
  onShow: (state: (typeof unsettledStates)[number]) => void;
}) => {
  const { figures, onShow } = props;
  const classes = useStyles();
  const t = useTexts();
  const name = useChannelName()(figures.channel);
  const states = unsettledStates.filter(state => figures[state] > 0);

  return (
    <>
      <Typography variant="subtitle1" component="h2">
        {name}
      </Typography>
      <Typography variant="body2" component="div" className={classes.figures}>
        {states.length === 0 && t('deliveries.summary.fine')}
        {states.map(state => {
          const word = t(`deliveries.state.${state}`);
          return (
            <Link
              key={state}
              component="button"
              variant="body2"
              onClick={() => onShow(state)}
              aria-label={t('deliveries.summary.show', {
                channel: name,
                state: `${figures[state]} ${word}`,
              })}
            >
              <b>{figures[state]}</b> {word}
            </Link>
          );
        })}
      </Typography>
      {figures.oldestDueAt && (
        <Typography variant="caption" component="div" color="textSecondary">
          {t('deliveries.summary.oldest')}{' '}
          <RelativeTime at={figures.oldestDueAt} />
        </Typography>
      )}
    </>
  );
};
