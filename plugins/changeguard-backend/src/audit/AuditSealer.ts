import { Round } from '../actors/WorkLoop';
import { Ids } from '../ports/Ids';
import { Checkpointer } from './Checkpointer';
import { SealStore } from './SealStore';

const batch = 500;

/**
 * Seals what was appended, in batches, outside of every request: chaining inside of them would make them wait for each other.
 *
 * A round: nothing waits → see to the checkpoint; else lease → seal batch by batch → give the lease back. A sealer that dies leaves
 * its lease to end by itself, and at most a batch that was not committed.
 */
export class AuditSealer {
  constructor(
    private readonly deps: {
      seals: SealStore;
      checkpointer: Checkpointer;
      ids: Ids;
      leaseMs: number;
    },
  ) {}

  async seal(signal?: AbortSignal): Promise<Round> {
    const { seals, checkpointer, ids, leaseMs } = this.deps;
    if (await seals.isAnyWaiting()) {
      const token = ids.next();
      // Another replica is at it.
      if (!(await seals.lease(token, leaseMs))) return 'idle';
      const sealed = await seals.seal(token, batch);
      await seals.release(token);
      if (sealed === batch && !signal?.aborted) return 'more';
    }
    await checkpointer.keepUp();
    return 'idle';
  }
}
