import { useApi } from '@backstage/frontend-plugin-api';
import type { AuditVerification } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useEffect, useRef, useState } from 'react';

/** How far a check of the whole chain has come, and what it came to. */
export interface Verification {
  phase: 'running' | 'stopped' | 'failed' | 'done';
  /** The last stretch that was checked. */
  last?: AuditVerification;
  /** The newest checkpoint met so far. */
  checkpoint?: AuditVerification['checkpoint'];
  /** Erased records met so far of which nothing proves what their erasure left. */
  notProved: number;
  error?: Error;
}

/** Checks the chain stretch by stretch, from its beginning to its end or to the first bad record. Leaving the page stops it. */
export function useVerification() {
  const api = useApi(changeGuardApiRef);
  const running = useRef<AbortController>();
  const [state, setState] = useState<Verification>();
  useEffect(() => () => running.current?.abort(), []);

  const run = async (begin: number, known?: Verification) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    let { last, checkpoint, notProved = 0 } = known ?? {};
    const show = (phase: Verification['phase'], error?: Error) =>
      setState({ phase, last, checkpoint, notProved, error });
    show('running');
    try {
      let fromSeq: number | null = begin;
      while (fromSeq !== null && !signal.aborted) {
        last = await api.call('verifyAudit', { query: { fromSeq }, signal });
        checkpoint = last.checkpoint ?? checkpoint;
        notProved += last.remainderNotProved;
        fromSeq = last.nextSeq;
        if (fromSeq !== null && !signal.aborted) show('running');
      }
      if (!signal.aborted) show('done');
    } catch (error) {
      if (!signal.aborted) show('failed', error as Error);
    }
  };

  return {
    state,
    start: () => run(1),
    stop: () => {
      running.current?.abort();
      setState(current => current && { ...current, phase: 'stopped' });
    },
    /** Goes on where it was stopped, or failed. */
    resume: () => run(state?.last?.nextSeq ?? 1, state),
  };
}
