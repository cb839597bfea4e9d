import { useApi } from '@backstage/frontend-plugin-api';
import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { useEffect, useRef, useState } from 'react';
import { ReplayPlan } from './ReplayPlan';
import { ReplayProgress, runReplay } from './runReplay';

/** Where a replay stands: not begun, running, or ended in one of three ways. */
export type ReplayState = ReplayProgress & {
  phase: 'asking' | 'running' | 'stopped' | 'failed' | 'done';
  error?: Error;
};

/** Replays what is planned and can be stopped between two calls; leaving the page stops it, too. */
export function useReplay(
  plan: ReplayPlan,
  onReplayed: (delivery: Delivery) => void,
) {
  const api = useApi(changeGuardApiRef);
  const stopped = useRef(false);
  const [state, setState] = useState<ReplayState>({
    phase: 'asking',
    done: 0,
    skipped: 0,
  });
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const start = async (reason: string) => {
    stopped.current = false;
    setState({ phase: 'running', done: 0, skipped: 0 });
    try {
      await runReplay(api, plan, reason.trim() || undefined, {
        isStopped: () => stopped.current,
        progress: progress => setState({ phase: 'running', ...progress }),
        replayed: onReplayed,
      });
      setState(last => ({
        ...last,
        phase: stopped.current ? 'stopped' : 'done',
      }));
    } catch (error) {
      setState(last => ({ ...last, phase: 'failed', error: error as Error }));
    }
  };
  const stop = () => {
    stopped.current = true;
  };
  return { state, start, stop };
}
