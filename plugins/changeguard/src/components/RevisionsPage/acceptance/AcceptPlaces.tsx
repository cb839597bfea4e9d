import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DetectedFinding,
  FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useIdempotencyKey } from '../../../hooks/useIdempotencyKey';
import { useTexts } from '../../../hooks/useTexts';
import { operationsInWords } from '../../FindingGroup/operationsInWords';
import { EntityParams } from '../entityParams';
import { AcceptDialog } from './AcceptDialog';
import { acceptedHere, OnMark } from './acceptedHere';

/** Lets an owner take responsibility for all places of a finding that nobody has accepted yet. Draws nothing for others, and for one place. */
export const AcceptPlaces = (props: {
  params: EntityParams;
  group: FindingGroup<DetectedFinding>;
  allowed: boolean;
  onMark: OnMark;
  /** Takes the focus: there is nothing left to accept here. */
  onDone: () => void;
}) => {
  const { params, group, allowed, onMark, onDone } = props;
  const { told } = group;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const { keyFor, renew } = useIdempotencyKey();
  const [asking, setAsking] = useState(false);
  const left = group.findings.filter(({ accepted }) => !accepted);
  const count = left.length;

  const accept = async (reason: string, until: string | null) => {
    const fingerprints = left.map(({ fingerprint }) => fingerprint);
    const body = { reason, until, fingerprints };
    const { items } = await api.call('acceptFindings', {
      params,
      body,
      idempotencyKey: keyFor(body),
    });
    renew();
    // The dialog holds the focus until it is gone.
    flushSync(() => {
      setAsking(false);
      onMark(
        new Map(items.map(item => [item.fingerprint, acceptedHere(item.id)])),
      );
    });
    onDone();
    announceLocalChange();
  };

  if (!allowed || told.severity === 'non-breaking' || count < 2) return null;
  const label = t('revisions.accept.places', { count });
  return (
    <>
      <Button
        size="small"
        aria-label={`${label}: ${told.message}`}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <AcceptDialog
        title={t('revisions.accept.placesTitle', { count })}
        message={told.message}
        where={operationsInWords(
          t,
          left.flatMap(({ operation }) => operation ?? []),
        )}
        open={asking}
        onAccept={accept}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
