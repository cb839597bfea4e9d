import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Checkpoint,
  Ed25519Signer,
  signCheckpoint,
} from '@changeguard/audit-chain';
import { CheckpointPace, CheckpointStore } from './CheckpointStore';

/**
 * Signs how the chain stands, keeps it, and writes it to the log: who keeps the log elsewhere can prove that nothing before it was changed.
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
    // Another replica may have been faster; it told the log.
    if (await checkpoints.add(checkpoint)) await this.tell(checkpoint);
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
