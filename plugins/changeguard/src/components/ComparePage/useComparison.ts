import { useApi } from '@backstage/frontend-plugin-api';
import type { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useEffect, useRef, useState } from 'react';
import { CompareDraft } from './useCompareDraft';

/** Where a comparison stands; a result belongs to the texts it was made of. */
export interface ComparisonState {
  /** Milliseconds since the epoch; undefined when none is running. */
  since?: number;
  of?: CompareDraft;
  result?: DefinitionCheckResult;
  error?: Error;
}

/** Compares two texts on the server, which stores nothing; can be cancelled, and is when one leaves the page. */
export function useComparison() {
  const api = useApi(changeGuardApiRef);
  const running = useRef<AbortController>();
  const [state, setState] = useState<ComparisonState>({});
  useEffect(() => () => running.current?.abort(), []);

  const compare = async (draft: CompareDraft) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState(last => ({ ...last, since: Date.now(), error: undefined }));
    try {
      const result = await api.call('checkDefinition', {
        body: {
          base: draft.before,
          revision: draft.after,
          format: draft.format || undefined,
        },
        signal,
      });
      if (!signal.aborted) setState({ of: draft, result });
    } catch (error) {
      if (!signal.aborted) setState({ error: error as Error });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState(({ of, result }) => ({ of, result }));
  };
  return { state, compare, cancel };
}
