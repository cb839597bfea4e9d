import type { SchemaChangeSummary } from '@changeguard/backstage-plugin-changeguard-common';
import {
  AnswerButton,
  ChangeListView,
  EntityName,
  FailurePanel,
  PagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { isUnanswered } from '../../hooks/isUnanswered';
import { useOwnConsumers } from '../../hooks/useOwnConsumers';
import { useTexts } from '../../hooks/useTexts';
import { Section } from '../Section/Section';

const useStyles = makeStyles(
  theme => ({
    consumer: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      '& + &': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'ChangeGuardNeedsAnswer' },
);

/** The changes for which one of the reader's consumers has not answered yet, most pressing first, to be answered in place. */
export const NeedsAnswer = (props: {
  affecting: PagedList<SchemaChangeSummary>;
}) => {
  const { affecting } = props;
  const classes = useStyles();
  const t = useTexts();
  const own = useOwnConsumers(affecting.loading ? undefined : affecting.items);
  const unanswered = new Map(
    (own.value ?? []).map(({ change, consumers }) => [
      change.id,
      consumers.filter(isUnanswered),
    ]),
  );
  const changes = affecting.items.filter(
    ({ id }) => unanswered.get(id)?.length,
  );

  return (
    <Section title={t('inbox.needsAnswer')} level={2}>
      {own.error && (
        <FailurePanel
          error={own.error}
          stale={changes.length > 0}
          onRetry={own.refresh}
        />
      )}
      <ChangeListView
        list={{
          ...affecting,
          items: changes,
          loading: own.loading,
          hasMore: false,
          waiting: null,
          // The section of all affecting changes says so already.
          error: undefined,
        }}
        label={t('inbox.needsAnswer')}
        action={change =>
          unanswered.get(change.id)?.map(consumer => (
            <Typography
              key={consumer.id}
              variant="body2"
              component="div"
              className={classes.consumer}
            >
              <EntityName entityRef={consumer.entityRef} />
              <AnswerButton
                changeId={change.id}
                consumer={consumer}
                onAnswered={own.refresh}
              />
            </Typography>
          ))
        }
        empty={
          !own.error && (
            <Typography color="textSecondary">
              {t('inbox.needsAnswerNone')}
            </Typography>
          )
        }
      />
    </Section>
  );
};
