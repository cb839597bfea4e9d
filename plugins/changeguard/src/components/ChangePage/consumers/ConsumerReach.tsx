import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { channelName } from './channelName';
import { notReached } from './notReached';
import { peopleBehind } from './peopleBehind';

/** By which channels the people behind one consumer were reached, counted only where not all arrived, or why they were not. Draws nothing where there is nobody to reach. */
export const ConsumerReach = (props: { consumer: AffectedConsumer }) => {
  const { consumer } = props;
  const t = useTexts();
  const [silent] = notReached([consumer]);
  const reached = peopleBehind([consumer]).channels.filter(
    ({ delivered }) => delivered > 0,
  );
  if (silent?.why === 'nobody' || (!silent && reached.length === 0)) {
    return null;
  }
  const names = silent?.channels.map(channel => channelName(channel, t)) ?? [];

  return (
    <Typography variant="caption" color="textSecondary" component="div">
      {silent
        ? t('changePage.reach.rowNotReached', {
            why: [
              t(`changePage.reach.why.${silent.why}`),
              names.length > 0 && `(${names.join(', ')})`,
            ]
              .filter(Boolean)
              .join(' '),
          })
        : t('changePage.reach.rowReached', {
            channels: reached
              .map(({ channel, delivered, total }) =>
                delivered < total
                  ? t('changePage.reach.rowChannel', {
                      channel: channelName(channel, t),
                      delivered: String(delivered),
                      total: String(total),
                    })
                  : channelName(channel, t),
              )
              .join(' · '),
          })}
    </Typography>
  );
};
