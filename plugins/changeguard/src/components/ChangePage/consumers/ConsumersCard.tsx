import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import {
  AnswerProgress,
  FailurePanel,
  Loaded,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import Skeleton from '@material-ui/lab/Skeleton';
import { Consumers } from '../../../hooks/useConsumers';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { ConsumerList } from './ConsumerList';

/** Everybody affected, what they say, and how far the list itself has come. */
export const ConsumersCard = (props: {
  change: SchemaChange;
  consumers: Loaded<Consumers>;
}) => {
  const { change, consumers } = props;
  const { value, error, refresh } = consumers;
  const t = useTexts();
  const state = value?.state ?? change.consumers.state;
  const hidden = value?.hidden ?? 0;
  const nobody = value?.items.length === 0 && hidden === 0;

  return (
    <Section
      title={t('changePage.consumers.title')}
      action={
        change.consumers.total > 0 && (
          <AnswerProgress consumers={change.consumers} />
        )
      }
    >
      {error && (
        <FailurePanel
          error={error}
          title={value ? undefined : t('changePage.consumers.failed')}
          stale={value !== undefined}
          onRetry={refresh}
        />
      )}
      {!value && !error && <Skeleton variant="rect" height={120} />}
      {state === 'partial' && (
        <Alert severity="warning">{t('changePage.consumers.partial')}</Alert>
      )}
      {nobody && (
        <Typography color="textSecondary">
          {state === 'none' && t('changePage.consumers.draft')}
          {state === 'resolving' && t('changePage.consumers.resolving')}
          {state === 'complete' && t('changePage.consumers.nobody')}
        </Typography>
      )}
      {value && <ConsumerList consumers={value.items} />}
      {hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('changePage.consumers.hidden', { count: hidden })}
        </Typography>
      )}
    </Section>
  );
};
