import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ChangeStatus,
  SchemaChange,
  UpdateSchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';
import { requestFailure } from '../../../hooks/requestFailure';

/** How moving a change goes. */
export interface Move {
  /** Answers whether the change was moved. */
  move: (fields: Partial<UpdateSchemaChange>) => Promise<boolean>;
  error: Error | undefined;
  /** Somebody else changed it first; `onChanged` got the newest version. */
  stale: boolean;
}

/**
 * Moves a change to a status. When the change has changed meanwhile (409, 412), reads it again and says so, instead of moving what
 * the person has not seen.
 */
export function useMove(
  change: SchemaChange,
  to: ChangeStatus,
  onChanged: (change: SchemaChange) => void,
): Move {
  const api = useApi(changeGuardApiRef);
  const [error, setError] = useState<Error>();
  const [stale, setStale] = useState(false);
  const params = { id: change.id };

  const move = async (fields: Partial<UpdateSchemaChange>) => {
    setError(undefined);
    setStale(false);
    try {
      onChanged(
        await api.call('updateSchemaChange', {
          params,
          body: { ...fields, status: to },
          ifMatch: change.version,
        }),
      );
      announceLocalChange();
      return true;
    } catch (failure) {
      const { status } = requestFailure(failure);
      if (status !== 409 && status !== 412) {
        setError(toError(failure));
        return false;
      }
      if (status === 409) setError(toError(failure));
      else setStale(true);
      await api
        .call('getSchemaChange', { params })
        .then(onChanged, thrown => setError(toError(thrown)));
      return false;
    }
  };

  return { move, error, stale };
}
