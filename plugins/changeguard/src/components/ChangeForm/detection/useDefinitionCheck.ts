import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useEffect, useRef, useState } from 'react';

/** Compares a definition with the latest revision of an entity, storing nothing; can be cancelled, and is when one leaves the page. */
export function useDefinitionCheck() {
  const api = useApi(changeGuardApiRef);
  const running = useRef<AbortController>();
  const [state, setState] = useState<{
    /** Milliseconds since the epoch; undefined when none is running. */
    since?: number;
    result?: DefinitionCheckResult;
    error?: Error;
  }>({});
  useEffect(() => () => running.current?.abort(), []);

  const check = async (entityRef: string, revision: string) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState({ since: Date.now() });
    try {
      const body = { entityRef, revision };
      const result = await api.call('checkDefinition', { body, signal });
      if (!signal.aborted) setState({ result });
    } catch (failure) {
      if (!signal.aborted) setState({ error: toError(failure) });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({});
  };
  return { ...state, check, cancel };
}
