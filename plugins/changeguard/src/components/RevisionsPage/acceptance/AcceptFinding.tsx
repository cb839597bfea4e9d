import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
  FailurePanel,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { EntityParams } from '../entityParams';
import { AcceptDialog } from './AcceptDialog';
import { acceptedHere, OnMark } from './acceptedHere';

/** Lets an owner take responsibility for a finding, or take that back. Draws nothing for others. */
export const AcceptFinding = (props: {
  params: EntityParams;
  finding: DetectedFinding;
  allowed: boolean;
  onMark: OnMark;
}) => {
  const { finding, allowed, onMark } = props;
  const { fingerprint, accepted } = finding;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const params = { ...props.params, fingerprint };

  const accept = async (reason: string, until: string | null) => {
    const { id } = await api.call('acceptFinding', {
      params,
      body: { reason, until },
    });
    setAsking(false);
    onMark(new Map([[fingerprint, acceptedHere(id)]]));
    announceLocalChange();
  };
  const undo = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.call('revokeAcceptance', { params });
      onMark(new Map([[fingerprint, null]]));
      announceLocalChange();
    } catch (failure) {
      setError(toError(failure));
    } finally {
      setBusy(false);
    }
  };

  if (!allowed || finding.severity === 'non-breaking') return null;
  if (accepted)
    return (
      <>
        {accepted.by === 'acceptance' && (
          <Button size="small" disabled={busy} onClick={undo}>
            {t('revisions.accept.undo')}
          </Button>
        )}
        {error && (
          <FailurePanel
            error={error}
            title={t('revisions.accept.undoFailed')}
            onRetry={undo}
          />
        )}
      </>
    );
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('revisions.accept.button')}
      </Button>
      <AcceptDialog
        title={t('revisions.accept.title')}
        message={finding.message}
        where={finding.operation ?? ''}
        open={asking}
        onAccept={accept}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
