import { useApi } from '@backstage/frontend-plugin-api';
import type { Observation } from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';
import { EntityParams } from './entityParams';

/** Looks at an entity's definition now, without waiting for the sweep. */
export function useCompareNow(params: EntityParams) {
  const api = useApi(changeGuardApiRef);
  const [busy, setBusy] = useState(false);
  const [observed, setObserved] = useState<Observation>();
  const [error, setError] = useState<Error>();

  const compare = async () => {
    setBusy(true);
    setError(undefined);
    setObserved(undefined);
    try {
      setObserved(await api.call('compareNow', { params }));
      announceLocalChange();
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  return { compare, busy, observed, error };
}
