import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  Checkpoint,
  Ed25519Signer,
  signCheckpoint,
} from '@changeguard/audit-chain';
import { CheckpointPace, CheckpointStore } from './CheckpointStore';

/**
 * Signs how the chain stands, writes it to the log, and keeps it: who keeps the log elsewhere can prove that nothing before it was changed.
 *
 * A checkpoint: due → signed and told, once → stored, tried again every round until it is → the next. It is told first: whoever dies in
 * between leaves one in the log that is not kept, which is as true of the chain as any. The other way round, one would be kept that no log
 * ever had.
 */
export class Checkpointer {
  /** Signed and told, and not stored yet. */
  private unstored: Checkpoint | null = null;

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

  /** Makes a checkpoint when one is due, or stores the one that could not be stored. */
  async keepUp(): Promise<void> {
    this.unstored ??= await this.make();
    if (!this.unstored) return;
    await this.deps.checkpoints.add(this.unstored);
    this.unstored = null;
  }

  private async make(): Promise<Checkpoint | null> {
    const { checkpoints, signer, pace } = this.deps;
    if (!signer) return null;
    const due = await checkpoints.due(pace);
    if (!due) return null;
    const checkpoint = signCheckpoint(due, signer);
    this.deps.logger.info(`Audit checkpoint ${JSON.stringify(checkpoint)}`);
    await this.tellAuditor(checkpoint);
    return checkpoint;
  }

  /** The log has it: an auditor that fails keeps nothing from being stored. */
  private async tellAuditor(checkpoint: Checkpoint): Promise<void> {
    const { logger, auditor } = this.deps;
    try {
      const event = await auditor?.createEvent({
        eventId: 'audit-checkpoint',
        severityLevel: 'medium',
        meta: { ...checkpoint },
      });
      await event?.success();
    } catch (failure) {
      logger.error(
        `The portal's auditor was not told of the audit checkpoint at ${checkpoint.seq}, which is in the log`,
        toError(failure),
      );
    }
  }
}
