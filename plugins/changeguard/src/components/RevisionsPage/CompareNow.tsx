import { Link } from '@backstage/core-components';
import { FailurePanel } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../hooks/useTexts';
import { EntityParams } from './entityParams';
import { useCompareNow } from './useCompareNow';

/** For those who will not wait for the sweep of the catalog. */
export const CompareNow = (props: { params: EntityParams }) => {
  const t = useTexts();
  const { compare, busy, observed, error } = useCompareNow(props.params);

  return (
    <div>
      <Button variant="outlined" disabled={busy} onClick={compare}>
        {t(busy ? 'revisions.comparing' : 'revisions.compareNow')}
      </Button>
      {error && (
        <FailurePanel error={error} title={t('revisions.compareFailed')} />
      )}
      <Typography variant="body2" role="status">
        {observed && t(`revisions.observed.${observed.outcome}`)}{' '}
        {observed?.failure?.message} {observed?.hints.join(' ')}{' '}
        {observed?.change && (
          <Link to={observed.change.link}>{t('revisions.toChange')}</Link>
        )}
      </Typography>
    </div>
  );
};
