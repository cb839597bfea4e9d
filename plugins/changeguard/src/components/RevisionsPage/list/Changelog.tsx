import { useApi } from '@backstage/frontend-plugin-api';
import {
  changeGuardApiRef,
  FailurePanel,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../../hooks/useTexts';
import { Prose } from '../../Prose/Prose';
import { EntityParams } from '../entityParams';

/** What a revision changed, in words. */
export const Changelog = (props: { params: EntityParams; id: string }) => {
  const { params, id } = props;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const { value, error, refresh } = useLoad(
    signal => api.call('getRevision', { params: { ...params, id }, signal }),
    id,
  );

  if (error)
    return (
      <FailurePanel
        error={error}
        title={t('revisions.changesFailed')}
        onRetry={refresh}
      />
    );
  if (!value) return <Skeleton variant="rect" height={60} />;
  return (
    <Prose
      markdown={
        value.difference?.changelog || t('comparison.verdict.unchanged')
      }
    />
  );
};
