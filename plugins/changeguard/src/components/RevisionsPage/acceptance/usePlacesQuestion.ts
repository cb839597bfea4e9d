import type {
  DetectedFinding,
  FindingGroup,
} from '@changeguard/backstage-plugin-changeguard-common';
import { announceLocalChange } from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useIdempotencyKey } from '../../../hooks/useIdempotencyKey';
import { useTexts } from '../../../hooks/useTexts';
import { operationsInWords } from '../../FindingGroup/operationsInWords';
import { EntityParams } from '../entityParams';
import { Marks, OnMark } from './acceptedHere';

/** What those take who decide about the places of a finding. */
export interface PlacesProps {
  params: EntityParams;
  group: FindingGroup<DetectedFinding>;
  allowed: boolean;
  onMark: OnMark;
  /** Takes the focus: there is nothing left to decide here. */
  onDone: () => void;
}

/** Asks about several places of a finding at once, and marks them when that is decided. */
export function usePlacesQuestion(
  places: readonly DetectedFinding[],
  { onMark, onDone }: PlacesProps,
) {
  const t = useTexts();
  const { keyFor, renew } = useIdempotencyKey();
  const [open, setOpen] = useState(false);

  /** @param send - does what was decided, and answers how the places are marked then. */
  const decide = async (
    body: object,
    send: (idempotencyKey: string) => Promise<Marks>,
  ) => {
    const marks = await send(keyFor(body));
    renew();
    // The dialog holds the focus until it is gone.
    flushSync(() => {
      setOpen(false);
      onMark(marks);
    });
    onDone();
    announceLocalChange();
  };

  return {
    ask: () => setOpen(true),
    decide,
    fingerprints: places.map(({ fingerprint }) => fingerprint),
    /** What every dialog that asks about them is given. */
    dialog: {
      open,
      onClose: () => setOpen(false),
      where: operationsInWords(
        t,
        places.flatMap(({ operation }) => operation ?? []),
      ),
    },
  };
}
