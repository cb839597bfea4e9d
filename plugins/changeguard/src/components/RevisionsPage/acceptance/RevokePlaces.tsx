import { useApi } from '@backstage/frontend-plugin-api';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { useTexts } from '../../../hooks/useTexts';
import { RevokeDialog } from './RevokeDialog';
import { PlacesProps, usePlacesQuestion } from './usePlacesQuestion';

/** Lets an owner take back that all places of a finding are accepted which are. Draws nothing for others, and for one place. */
export const RevokePlaces = (props: PlacesProps) => {
  const { params, group, allowed } = props;
  const { told } = group;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const accepted = group.findings.filter(
    finding => finding.accepted?.by === 'acceptance',
  );
  const count = accepted.length;
  const { ask, decide, fingerprints, dialog } = usePlacesQuestion(
    accepted,
    props,
  );

  const revoke = () => {
    const body = { fingerprints };
    return decide(body, async idempotencyKey => {
      await api.call('revokeAcceptances', { params, body, idempotencyKey });
      return new Map(fingerprints.map(fingerprint => [fingerprint, null]));
    });
  };

  if (!allowed || count < 2) return null;
  const label = t('revisions.accept.undoPlaces', { count });
  return (
    <>
      <Button
        size="small"
        aria-label={`${label}: ${told.message}`}
        onClick={ask}
      >
        {label}
      </Button>
      <RevokeDialog
        {...dialog}
        title={t('revisions.accept.undoPlacesTitle', { count })}
        message={told.message}
        failed={t('revisions.accept.undoPlacesFailed')}
        onRevoke={revoke}
      />
    </>
  );
};
