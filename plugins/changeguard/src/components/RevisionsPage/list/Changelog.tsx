import { useApi } from '@backstage/frontend-plugin-api';
import {
  changeGuardApiRef,
  FailurePanel,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../../hooks/useTexts';
import { DetectedFindings } from '../../Comparison/DetectedFindings';
import { VerdictAlert } from '../../Comparison/VerdictAlert';
import { useFindingGroups } from '../../FindingGroup/useFindingGroups';
import { EntityParams } from '../entityParams';

/** What a revision changed, in words; what places share is told once. */
export const Changelog = (props: { params: EntityParams; id: string }) => {
  const { params, id } = props;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const { value, error, refresh } = useLoad(
    signal => api.call('getRevision', { params: { ...params, id }, signal }),
    id,
  );
  const groups = useFindingGroups(value?.difference?.findings);

  if (error)
    return (
      <FailurePanel
        error={error}
        title={t('revisions.changesFailed')}
        onRetry={refresh}
      />
    );
  if (!value) return <Skeleton variant="rect" height={60} />;
  const { difference, format } = value;
  if (!difference) return null;
  return (
    <>
      <VerdictAlert comparison={difference} groups={groups} />
      <DetectedFindings
        groups={groups}
        format={format}
        count={difference.findingCount}
      />
    </>
  );
};
