import { useApi } from '@backstage/frontend-plugin-api';
import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { ReasonDialog } from '../../ReasonDialog/ReasonDialog';
import { EntityParams } from '../entityParams';
import { revisionName } from '../list/revisionName';

/** Asks, with a reason, before a revision that nobody could compare becomes what newer versions are compared with. */
export const BaselineDialog = (props: {
  revision: Revision;
  params: EntityParams;
  open: boolean;
  onSet: (baseline: Revision) => void;
  onClose: () => void;
}) => {
  const { revision, params, open, onSet, onClose } = props;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();

  return (
    <ReasonDialog
      open={open}
      title={t('revisions.baseline.title', { newest: revisionName(revision) })}
      texts={{
        reason: t('revisions.baseline.reason'),
        reasonHelp: t('revisions.baseline.reasonHelp'),
        confirm: t('revisions.baseline.confirm'),
        cancel: t('revisions.baseline.cancel'),
        failed: t('revisions.baseline.failed'),
      }}
      onConfirm={async reason =>
        onSet(
          await api.call('setBaseline', {
            params,
            body: { revisionId: revision.id, reason },
          }),
        )
      }
      onClose={onClose}
    >
      {revision.comparison?.failure && (
        <Typography>
          <b>{revision.comparison.failure.message}</b>
        </Typography>
      )}
      <Typography variant="body2">{t('revisions.baseline.text')}</Typography>
    </ReasonDialog>
  );
};
