import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { channelName } from './channelName';
import { DeliveriesLink } from './DeliveriesLink';
import { notReached } from './notReached';
import { NotReachedList } from './NotReachedList';
import { ChannelReach, peopleBehind } from './peopleBehind';

const useStyles = makeStyles(
  theme => ({
    channels: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0, 0),
    },
    numbers: { margin: 0 },
    everybody: { marginTop: theme.spacing(1) },
  }),
  { name: 'ChangeGuardReachCard' },
);

/** How far the news got: people, and what each channel did with it. */
export const ReachCard = (props: {
  changeId: string;
  consumers: AffectedConsumer[];
}) => {
  const classes = useStyles();
  const t = useTexts();
  const { people, teams, channels } = peopleBehind(props.consumers);
  const told = t('changePage.reach.people', { count: people });
  const inTeams = teams
    ? t('changePage.reach.peopleInTeams', {
        people: told,
        teams: t('changePage.reach.teams', { count: teams }),
      })
    : told;
  const silent = notReached(props.consumers);
  const affected = props.consumers.filter(({ left }) => !left).length;
  const inWords = (reach: ChannelReach) =>
    [
      t('changePage.reach.delivered', {
        delivered: String(reach.delivered),
        count: reach.total,
      }),
      ...(['pending', 'refused', 'givenUp', 'undeliverable'] as const).map(
        state =>
          reach[state] > 0 &&
          t(`changePage.reach.${state}`, { count: reach[state] }),
      ),
    ]
      .filter(Boolean)
      .join(' · ');

  return (
    <Section
      title={t('changePage.reach.title')}
      action={<DeliveriesLink changeId={props.changeId} />}
    >
      <Typography>
        {people > 0 ? inTeams : t('changePage.reach.nobody')}
      </Typography>
      <Typography variant="body2" component="dl" className={classes.channels}>
        {channels.map(channel => (
          <Fragment key={channel.channel}>
            <dt>{channelName(channel.channel, t)}</dt>
            <dd className={classes.numbers}>{inWords(channel)}</dd>
          </Fragment>
        ))}
      </Typography>
      {silent.length > 0 && <NotReachedList consumers={silent} />}
      {affected > 0 && silent.length === 0 && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.everybody}
        >
          {t('changePage.reach.everybody')}
        </Typography>
      )}
    </Section>
  );
};
