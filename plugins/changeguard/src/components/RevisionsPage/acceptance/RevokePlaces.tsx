import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DetectedFinding,
  FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
  FailurePanel,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useIdempotencyKey } from '../../../hooks/useIdempotencyKey';
import { useTexts } from '../../../hooks/useTexts';
import { ConfirmDialog } from '../../ConfirmDialog/ConfirmDialog';
import { operationsInWords } from '../../FindingGroup/operationsInWords';
import { EntityParams } from '../entityParams';
import { OnMark } from './acceptedHere';

/** Lets an owner take back that all places of a finding are accepted which are. Draws nothing for others, and for one place. */
export const RevokePlaces = (props: {
  params: EntityParams;
  group: FindingGroup<DetectedFinding>;
  allowed: boolean;
  onMark: OnMark;
  /** Takes the focus: there is nothing left to take back here. */
  onDone: () => void;
}) => {
  const { params, group, allowed, onMark, onDone } = props;
  const { told } = group;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const { keyFor, renew } = useIdempotencyKey();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<Error>();
  const accepted = group.findings.filter(
    finding => finding.accepted?.by === 'acceptance',
  );
  const count = accepted.length;
  // Empty where places have no names.
  const where = operationsInWords(
    t,
    accepted.flatMap(({ operation }) => operation ?? []),
  );

  const ask = () => {
    setError(undefined);
    setAsking(true);
  };
  const revoke = async () => {
    setError(undefined);
    const fingerprints = accepted.map(({ fingerprint }) => fingerprint);
    const body = { fingerprints };
    try {
      await api.call('revokeAcceptances', {
        params,
        body,
        idempotencyKey: keyFor(body),
      });
    } catch (failure) {
      setError(toError(failure));
      return;
    }
    renew();
    // The dialog holds the focus until it is gone.
    flushSync(() => {
      setAsking(false);
      onMark(new Map(fingerprints.map(fingerprint => [fingerprint, null])));
    });
    onDone();
    announceLocalChange();
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
      <ConfirmDialog
        open={asking}
        title={t('revisions.accept.undoPlacesTitle', { count })}
        confirm={t('revisions.acceptances.revoke')}
        cancel={t('revisions.acceptances.cancel')}
        onConfirm={revoke}
        onClose={() => setAsking(false)}
      >
        <Typography>
          <b>{told.message}</b>
        </Typography>
        {where && <Typography variant="body2">{where}</Typography>}
        <Typography variant="body2">
          {t('revisions.acceptances.revokeText')}
        </Typography>
        {error && (
          <FailurePanel
            error={error}
            title={t('revisions.accept.undoPlacesFailed')}
          />
        )}
      </ConfirmDialog>
    </>
  );
};
