import type { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import {
  RelativeTime,
  useDateLocale,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { DateTime } from 'luxon';
import { isUnanswered } from '../../hooks/isUnanswered';
import { useTexts } from '../../hooks/useTexts';
import type { EntityChangesData } from './useEntityChanges';

/** The state of an entity in one line: how many changes, and by when an answer is needed. */
export const EntitySummary = (
  props: Pick<EntityChangesData, 'here' | 'affecting'> & {
    /** By change id, for whom the reader may answer. */
    own: Map<string, AffectedConsumer>;
  },
) => {
  const { here, affecting, own } = props;
  const t = useTexts();
  const locale = useDateLocale();

  if (here.loading || affecting.loading)
    return (
      <Skeleton variant="text" width="60%" aria-label={t('entity.loading')} />
    );
  if (here.error || affecting.error) return null;

  const waiting = affecting.items.filter(({ id }) => {
    const consumer = own.get(id);
    return consumer && isUnanswered(consumer);
  });
  const by = waiting.find(({ effectiveAt }) => effectiveAt)?.effectiveAt;
  return (
    <Typography component="p" variant="subtitle1">
      {t('entity.openHere', { count: here.items.length })}
      {' · '}
      {t('entity.affects', { count: affecting.items.length })}
      {waiting.length > 0 && ', '}
      {waiting.length > 0 && (
        <b>
          {by
            ? t('entity.answerBy', {
                date: DateTime.fromISO(by, { locale }).toLocaleString(
                  DateTime.DATE_MED,
                ),
              })
            : t('entity.answerNeeded')}
        </b>
      )}
      {by && (
        <>
          {' ('}
          <RelativeTime at={by} />)
        </>
      )}
    </Typography>
  );
};
