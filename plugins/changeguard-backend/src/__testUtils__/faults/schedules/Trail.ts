import { LoggerService } from '@backstage/backend-plugin-api';
import { Ed25519Signer, KnownKeys } from '@changeguard/audit-chain';
import { Knex } from 'knex';
import { noOrigin } from '../../../audience/systemActor';
import { AuditEraser } from '../../../audit/AuditEraser';
import { AuditSealer } from '../../../audit/AuditSealer';
import { ChainAuditor } from '../../../audit/ChainAuditor';
import { ChainReader } from '../../../audit/ChainReader';
import { Checkpointer } from '../../../audit/Checkpointer';
import { CheckpointStore } from '../../../audit/CheckpointStore';
import { SealStore } from '../../../audit/SealStore';
import { AuditLog } from '../../../database/AuditLog';
import { KnexUnitOfWork } from '../../../database/KnexUnitOfWork';
import { randomIds } from '../../../ports/Ids';
import { newCheckpointKey } from '../../newCheckpointKey';
import { Actors, inTurns } from './Actors';
import { author } from './Writer';

const signer = new Ed25519Signer(newCheckpointKey());

/** Those who work on the audit trail: whoever seals it and signs checkpoints of it, and whoever erases a person from it. */
export class Trail {
  private readonly unitOfWork: KnexUnitOfWork;
  private readonly checkpoints: CheckpointStore;
  /** What was written to the log. */
  private readonly logged: string[] = [];
  private readonly sealer: AuditSealer;
  private readonly eraser = new AuditEraser({
    ids: randomIds,
    auditLog: new AuditLog({ ids: randomIds, wakeSealer: () => {} }),
    signer,
  });

  constructor(
    private readonly knex: Knex,
    options: {
      actors: Actors;
      logger: LoggerService;
      leaseMs: number;
      seals?: SealStore;
    },
  ) {
    const { actors, logger, leaseMs } = options;
    this.unitOfWork = new KnexUnitOfWork(knex);
    this.checkpoints = new CheckpointStore(knex);
    this.sealer = new AuditSealer({
      seals: inTurns(
        actors,
        options.seals ?? new SealStore({ knex, unitOfWork: this.unitOfWork }),
      ),
      checkpointer: new Checkpointer({
        checkpoints: inTurns(actors, this.checkpoints),
        signer,
        logger: { ...logger, info: line => void this.logged.push(line) },
        pace: { everyMs: 0, everyRecords: 1 },
      }),
      ids: randomIds,
      leaseMs,
    });
  }

  readonly seal = () => this.sealer.seal();

  /** What the use case does, in its one transaction. */
  readonly erase = () =>
    this.unitOfWork.run(tx =>
      this.eraser.erase(tx, {
        userRef: author,
        actor: { type: 'user', ref: 'user:default/frank' },
        origin: noOrigin,
        reason: 'Left the company',
      }),
    );

  /** What is wrong with the trail; null when its chain verifies to its end, and the log has every checkpoint. */
  async fault(): Promise<string | null> {
    const fault = await this.chainFault();
    if (fault) return `the audit chain verifies: ${fault}`;
    const stored = await this.checkpoints.between(1, 10_000);
    const untold = stored.find(
      ({ signature }) => !this.logged.some(line => line.includes(signature)),
    );
    return untold
      ? `every stored checkpoint was written to the log: the one at ${untold.seq} was not`
      : null;
  }

  private async chainFault(): Promise<string | null> {
    const auditor = new ChainAuditor({
      chain: new ChainReader(this.knex),
      checkpoints: this.checkpoints,
      keys: new KnownKeys([signer.publicKey]),
    });
    const { firstBad, nextSeq } = await auditor.check(1, 10_000);
    if (nextSeq !== null) return `it was checked up to ${nextSeq} only`;
    return firstBad && `it is broken at ${JSON.stringify(firstBad)}`;
  }
}
