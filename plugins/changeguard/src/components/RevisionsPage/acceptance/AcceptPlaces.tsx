import { useApi } from '@backstage/frontend-plugin-api';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { useTexts } from '../../../hooks/useTexts';
import { AcceptDialog } from './AcceptDialog';
import { acceptedHere } from './acceptedHere';
import { PlacesProps, usePlacesQuestion } from './usePlacesQuestion';

/** Lets an owner take responsibility for all places of a finding that nobody has accepted yet. Draws nothing for others, and for one place. */
export const AcceptPlaces = (props: PlacesProps) => {
  const { params, group, allowed } = props;
  const { told } = group;
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const left = group.findings.filter(({ accepted }) => !accepted);
  const count = left.length;
  const { ask, decide, fingerprints, dialog } = usePlacesQuestion(left, props);

  const accept = (reason: string, until: string | null) => {
    const body = { reason, until, fingerprints };
    return decide(body, async idempotencyKey => {
      const { items } = await api.call('acceptFindings', {
        params,
        body,
        idempotencyKey,
      });
      return new Map(
        items.map(item => [item.fingerprint, acceptedHere(item.id)]),
      );
    });
  };

  if (!allowed || told.severity === 'non-breaking' || count < 2) return null;
  const label = t('revisions.accept.places', { count });
  return (
    <>
      <Button
        size="small"
        aria-label={`${label}: ${told.message}`}
        onClick={ask}
      >
        {label}
      </Button>
      <AcceptDialog
        {...dialog}
        title={t('revisions.accept.placesTitle', { count })}
        message={told.message}
        onAccept={accept}
      />
    </>
  );
};
