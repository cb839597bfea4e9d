import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import type { ChangeGuardApi } from '@changeguard/backstage-plugin-changeguard-react';
import { requestFailure } from '../../../hooks/requestFailure';
import { ReplayPlan } from './ReplayPlan';

/** How far a replay has come. */
export interface ReplayProgress {
  /** On their way again. */
  done: number;
  /** Had moved on before their turn came: replayed by somebody else, or gone. */
  skipped: number;
}

/**
 * Replays what is planned, call by call, until it is done or `isStopped`. What was replayed before a failure stays replayed.
 *
 * @param on - `progress`: after every call; `replayed`: a delivery as it stands since.
 * @throws the first error that concerns more than one delivery
 */
export async function runReplay(
  api: ChangeGuardApi,
  plan: ReplayPlan,
  reason: string | undefined,
  on: {
    isStopped: () => boolean;
    progress: (progress: ReplayProgress) => void;
    replayed: (delivery: Delivery) => void;
  },
): Promise<void> {
  const progress = { done: 0, skipped: 0 };
  const step = (change: Partial<ReplayProgress>) => {
    progress.done += change.done ?? 0;
    progress.skipped += change.skipped ?? 0;
    on.progress({ ...progress });
  };

  if (plan.kind === 'matching') {
    for (const call of plan.calls) {
      let more = true;
      while (more && !on.isStopped()) {
        const answer = await api.call('replayDeliveries', {
          body: { ...call, reason },
        });
        step({ done: answer.replayed });
        more = answer.more && answer.replayed > 0;
      }
    }
    return;
  }
  for (const { id } of plan.deliveries) {
    if (on.isStopped()) return;
    try {
      const replayed = await api.call('replayDelivery', {
        params: { id },
        body: { reason },
      });
      on.replayed(replayed);
      step({ done: 1 });
    } catch (error) {
      const { status } = requestFailure(error);
      if (status !== 404 && status !== 409) throw error;
      step({ skipped: 1 });
    }
  }
}
