import { useApi } from '@backstage/frontend-plugin-api';
import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';

/** Replays a delivery without further questions: for where a second copy does no harm. */
export function useReplayOne(onReplayed: (delivery: Delivery) => void) {
  const api = useApi(changeGuardApiRef);
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Error>();
  const [replayed, setReplayed] = useState<Delivery>();

  const replay = async ({ id }: Delivery) => {
    setBusy(id);
    setFailure(undefined);
    try {
      const delivery = await api.call('replayDelivery', {
        params: { id },
        body: {},
      });
      setReplayed(delivery);
      onReplayed(delivery);
    } catch (error) {
      setFailure(error as Error);
    } finally {
      setBusy(undefined);
    }
  };
  return { replay, busy, failure, replayed };
}
