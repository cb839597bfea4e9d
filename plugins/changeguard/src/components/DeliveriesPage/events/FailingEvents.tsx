import { PagedListFrame } from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { HiddenText } from '../../HiddenText/HiddenText';
import { FailingEventRow } from './FailingEventRow';
import { SkipDialog } from './SkipDialog';
import { FailingItem, useFailingEvents } from './useFailingEvents';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2), marginBottom: theme.spacing(2) },
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
  }),
  { name: 'ChangeGuardFailingEvents' },
);

/** The events that have not become deliveries: they cannot be published, or a subscriber fails on them and holds back what follows. */
export const FailingEvents = () => {
  const classes = useStyles();
  const t = useTexts();
  const list = useFailingEvents();
  const [asked, setAsked] = useState<FailingItem>();
  const [skipped, setSkipped] = useState(false);

  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('deliveries.events.title')}
    >
      <Typography variant="subtitle1" component="h2">
        {t('deliveries.events.title')}
      </Typography>
      <PagedListFrame
        list={list}
        loading={t('deliveries.events.loading')}
        rows={1}
        failed={t('deliveries.events.loadingFailed')}
        empty={
          <Typography variant="body2">{t('deliveries.events.none')}</Typography>
        }
        newestFirst
        onMore={list.showMore}
      >
        <ul className={classes.list}>
          {list.items.map(event => (
            <FailingEventRow
              key={event.id}
              event={event}
              onSkip={() => {
                setSkipped(false);
                setAsked(event);
              }}
            />
          ))}
        </ul>
      </PagedListFrame>
      <HiddenText role="status">
        {skipped && t('deliveries.events.skipped')}
      </HiddenText>
      {asked && asked.subscriber !== null && (
        <SkipDialog
          eventId={asked.eventId}
          subscriber={asked.subscriber}
          onClose={() => setAsked(undefined)}
          onSkipped={() => {
            setAsked(undefined);
            setSkipped(true);
            list.refresh();
          }}
        />
      )}
    </Paper>
  );
};
