import { generateKeyPairSync } from 'crypto';
import { Ed25519Signer, KnownKeys } from '@changeguard/audit-chain';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { noOrigin } from '../audience/systemActor';
import { AuditSealer } from '../audit/AuditSealer';
import { ChainAuditor } from '../audit/ChainAuditor';
import { ChainReader } from '../audit/ChainReader';
import { Checkpointer } from '../audit/Checkpointer';
import { CheckpointStore } from '../audit/CheckpointStore';
import { SealStore } from '../audit/SealStore';
import { AuditLog, AuditedAct } from '../database/AuditLog';
import { KnexUnitOfWork } from '../database/KnexUnitOfWork';
import { randomIds } from '../ports/Ids';

/** A private key as the configuration has it. */
export function newCheckpointKey(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

/** An audit trail on a real database, with a key, and with nothing that seals by itself. */
export class AuditBench {
  readonly signer = new Ed25519Signer(newCheckpointKey());
  readonly unitOfWork: KnexUnitOfWork;
  readonly chain: ChainReader;
  readonly checkpoints: CheckpointStore;
  readonly auditor: ChainAuditor;
  readonly auditLog: AuditLog;
  readonly logger = mockServices.logger.mock();

  constructor(readonly knex: Knex) {
    this.unitOfWork = new KnexUnitOfWork(knex);
    this.chain = new ChainReader(knex);
    this.checkpoints = new CheckpointStore(knex);
    this.auditor = new ChainAuditor({
      chain: this.chain,
      checkpoints: this.checkpoints,
      keys: new KnownKeys([this.signer.publicKey]),
    });
    this.auditLog = new AuditLog({ ids: randomIds, wakeSealer: () => {} });
  }

  /** A sealer as one replica has it. */
  sealer(leaseMs = 30_000): AuditSealer {
    return new AuditSealer({
      seals: new SealStore(this),
      checkpointer: new Checkpointer({
        checkpoints: this.checkpoints,
        signer: this.signer,
        logger: this.logger,
        pace: { everyMs: 0, everyRecords: 1 },
      }),
      ids: randomIds,
      leaseMs,
    });
  }

  /** Appends that many records, or one for each of what is given. */
  async append(notes: number | Partial<AuditedAct>[]): Promise<void> {
    const given =
      typeof notes === 'number' ? Array<object>(notes).fill({}) : notes;
    await this.unitOfWork.run(async tx => {
      for (const [index, note] of given.entries()) {
        await this.auditLog.record(tx, {
          action: 'schema-change.updated',
          actor: { type: 'user', ref: 'user:default/alice' },
          origin: {
            ...noOrigin,
            kind: 'http',
            address: '192.0.2.1',
            userAgent: 'a test',
          },
          entityRef: 'api:default/orders',
          after: { title: `Field ${index} goes away – für immer` },
          ...note,
        });
      }
    });
  }

  /** Seals everything, and makes a checkpoint of it. */
  async seal(): Promise<void> {
    const sealer = this.sealer();
    while ((await sealer.seal()) === 'more');
  }
}
