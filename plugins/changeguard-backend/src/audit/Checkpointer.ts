import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Checkpoint,
  Ed25519Signer,
  signCheckpoint,
} from '@changeguard/audit-chain';
import { CheckpointPace, CheckpointStore } from './CheckpointStore';

/**
 * Signs how the chain stands, writes it to the log, and keeps it: who keeps the log elsewhere can prove that nothing before it was changed.
 *
 * It is told first: whoever dies in between leaves one in the log that is not kept, which is as true of the chain as any. The other way
 * round, one would be kept that no log ever had.
 */
export class Checkpointer {
  constructor(
    private readonly deps: {
      checkpoints: CheckpointStore;
      /** Null without a key: there are no checkpoints then. */
      signer: Ed25519Signer | null;
      logger: LoggerService;
      /** The portal's own audit log, where it has one. */
      auditor?: AuditorService;
      pace: CheckpointPace;
    },
  ) {}

  /** Makes a checkpoint when one is due. */
  async keepUp(): Promise<void> {
    const { checkpoints, signer, pace } = this.deps;
    if (!signer) return;
    const due = await checkpoints.due(pace);
    if (!due) return;
    const checkpoint = signCheckpoint(due, signer);
    await this.tell(checkpoint);
    await checkpoints.add(checkpoint);
  }

  private async tell(checkpoint: Checkpoint): Promise<void> {
    const { logger, auditor } = this.deps;
    logger.info(`Audit checkpoint ${JSON.stringify(checkpoint)}`);
    const event = await auditor?.createEvent({
      eventId: 'audit-checkpoint',
      severityLevel: 'medium',
      meta: { ...checkpoint },
    });
    await event?.success();
  }
}
