import { useApi } from '@backstage/frontend-plugin-api';
import type { Preferences } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useState } from 'react';

/** The reader's preferences, and a way to store others; a choice is shown at once and taken back should storing fail. */
export function usePreferences() {
  const api = useApi(changeGuardApiRef);
  const [saveState, setSaveState] = useState<'idle' | 'saving' | 'saved'>(
    'idle',
  );
  const [saveError, setSaveError] = useState<Error>();
  const loaded = useLoad(
    signal => api.call('getPreferences', { signal }),
    'preferences',
  );
  const { replace, refresh } = loaded;

  const save = async (next: Preferences) => {
    replace(next);
    setSaveError(undefined);
    setSaveState('saving');
    try {
      await api.call('setPreferences', { body: next });
      setSaveState('saved');
    } catch (error) {
      setSaveError(error as Error);
      setSaveState('idle');
      await refresh();
    }
  };
  return { ...loaded, save, saveError, saveState };
}
