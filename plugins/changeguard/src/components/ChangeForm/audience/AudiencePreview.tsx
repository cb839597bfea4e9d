import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useAudience } from '../../../hooks/useAudience';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { AudienceDetails } from './AudienceDetails';
import { AudienceSentence } from './AudienceSentence';

const PAUSE = 300;

/** Who will hear of it: looked up in the catalog while one writes, before anything is announced. */
export const AudiencePreview = (props: {
  entityRef: string;
  base: SchemaChange | null;
}) => {
  const { entityRef, base } = props;
  const t = useTexts();
  const isKnown = base !== null && base.status !== 'draft';
  const [settled, setSettled] = useState(entityRef);
  useDebounce(() => setSettled(entityRef), PAUSE, [entityRef]);
  const { value, error, loading, refresh } = useAudience(settled || undefined);

  return (
    <Section title={t('changeForm.audience.title')}>
      <div aria-live="polite" aria-busy={loading}>
        {isKnown && (
          <Typography variant="body2" gutterBottom>
            {t('changeForm.audience.already')}
          </Typography>
        )}
        {!entityRef && (
          <Typography color="textSecondary">
            {t('changeForm.audience.choose')}
          </Typography>
        )}
        {entityRef && error && (
          <FailurePanel
            error={error}
            title={t('changeForm.audience.failed')}
            onRetry={refresh}
          />
        )}
        {entityRef && !value && !error && (
          <Skeleton variant="rect" height={120} />
        )}
        {entityRef && value && !isKnown && (
          <AudienceSentence audience={value} />
        )}
        {entityRef && value && <AudienceDetails audience={value} />}
      </div>
    </Section>
  );
};
