import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ChangeStatus,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  changeGuardApiRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';
import { FieldFailure, requestFailure } from '../../../hooks/requestFailure';
import { useIdempotencyKey } from '../../../hooks/useIdempotencyKey';
import { useTexts } from '../../../hooks/useTexts';
import { byRow, checkForm } from '../checkForm';
import { bodyOf, editedFields } from '../formValues';
import { ChangeFormState } from '../useChangeForm';

/** How storing the form goes. */
export interface Saving {
  /** Whether the form may be sent; shows what stands against it. */
  check: () => boolean;
  /** Answers the stored change; undefined when it could not be stored, which is then shown. */
  save: (
    status: 'draft' | 'announced' | undefined,
    reason?: string,
  ) => Promise<SchemaChange | undefined>;
  busy: boolean;
  fields: FieldFailure[];
  error: Error | undefined;
}

/** Stores the form: records a new change, or sends the edited fields of one, provided it is still the version one looked at. */
export function useSaveChange(form: ChangeFormState): Saving {
  const api = useApi(changeGuardApiRef);
  const t = useTexts();
  const { keyFor, renew } = useIdempotencyKey();
  const [busy, setBusy] = useState(false);
  const [fields, setFields] = useState<FieldFailure[]>([]);
  const [error, setError] = useState<Error>();
  const { values, base } = form;

  const send = async (status: ChangeStatus | undefined, reason?: string) => {
    if (!base) {
      const body = {
        ...bodyOf(values),
        status:
          status === 'draft' ? ('draft' as const) : ('announced' as const),
      };
      const idempotencyKey = keyFor(body);
      return api.call('recordSchemaChange', { body, idempotencyKey });
    }
    const body = {
      ...editedFields(values, base),
      ...(status && status !== base.status && { status }),
    };
    if (Object.keys(body).length === 0) return base;
    return api.call('updateSchemaChange', {
      params: { id: base.id },
      body: { ...body, ...(reason?.trim() && { reason: reason.trim() }) },
      ifMatch: base.version,
    });
  };

  const fail = async (failure: unknown) => {
    const told = requestFailure(failure);
    const isStale = told.status === 412 || told.status === 409;
    if (base && isStale) {
      const params = { id: base.id };
      form.takeNewer(await api.call('getSchemaChange', { params }));
      if (told.status === 412) return;
    }
    setFields(byRow(told.fields, values));
    setError(toError(failure));
  };

  const check = () => {
    const found = checkForm(values, t);
    setFields(found);
    setError(undefined);
    return found.length === 0;
  };

  const save: Saving['save'] = async (status, reason) => {
    if (busy || !check()) return undefined;
    setBusy(true);
    try {
      const change = await send(status, reason);
      renew();
      form.forget();
      announceLocalChange();
      return change;
    } catch (failure) {
      await fail(failure).catch(thrown => setError(toError(thrown)));
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  return { check, save, busy, fields, error };
}
