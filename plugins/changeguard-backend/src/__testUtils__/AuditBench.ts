import {
  Ed25519Signer,
  KnownKeys,
  removalText,
} from '@changeguard/audit-chain';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { noOrigin } from '../audience/systemActor';
import { AuditEraser } from '../audit/AuditEraser';
import { AuditSealer } from '../audit/AuditSealer';
import { ChainAuditor } from '../audit/ChainAuditor';
import { ChainReader } from '../audit/ChainReader';
import { Checkpointer } from '../audit/Checkpointer';
import { CheckpointStore } from '../audit/CheckpointStore';
import { rangesOf } from '../audit/removalRecords';
import { SealStore } from '../audit/SealStore';
import { AuditErasures } from '../database/AuditErasures';
import { AuditLog, AuditedAct } from '../database/AuditLog';
import { KnexUnitOfWork } from '../database/KnexUnitOfWork';
import { randomIds } from '../ports/Ids';
import { AuditPurger } from '../retention/AuditPurger';
import { newCheckpointKey } from './newCheckpointKey';

/** An audit trail on a real database, with a key unless it is to have none, and with nothing that seals by itself. */
export class AuditBench {
  readonly signer: Ed25519Signer | null;
  readonly unitOfWork: KnexUnitOfWork;
  readonly chain: ChainReader;
  readonly checkpoints: CheckpointStore;
  readonly auditor: ChainAuditor;
  readonly auditLog: AuditLog;
  readonly eraser: AuditEraser;
  readonly purger: AuditPurger;
  readonly logger = mockServices.logger.mock();

  private readonly keys: KnownKeys;

  constructor(readonly knex: Knex, options: { isSigned?: boolean } = {}) {
    const { isSigned = true } = options;
    this.signer = isSigned ? new Ed25519Signer(newCheckpointKey()) : null;
    this.keys = new KnownKeys(this.signer ? [this.signer.publicKey] : []);
    this.unitOfWork = new KnexUnitOfWork(knex);
    this.chain = new ChainReader(knex);
    this.checkpoints = new CheckpointStore(knex);
    this.auditor = this.auditorOf(knex);
    this.auditLog = new AuditLog({ ids: randomIds, wakeSealer: () => {} });
    this.eraser = new AuditEraser({ ids: randomIds, ...this });
    this.purger = new AuditPurger({ ids: randomIds, ...this });
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

  /** Erases a person. */
  erase(userRef: string) {
    return this.unitOfWork.run(tx =>
      this.eraser.erase(tx, {
        userRef,
        actor: { type: 'user', ref: 'user:default/frank' },
        origin: noOrigin,
        reason: 'Has left',
      }),
    );
  }

  /** Erases a person as the release before remainders did, which took the places and no more. */
  eraseAsBefore(userRef: string) {
    return this.unitOfWork.run(async tx => {
      const { sealed } = await new AuditErasures().about(tx, userRef, 1_000);
      const { rows } = await tx.raw<{ rows: { seq: string }[] }>(
        'select seq from changeguard_audit_erase(cast(:ids as uuid[]), :userRef) order by seq',
        { ids: sealed, userRef },
      );
      const ranges = rangesOf(rows.map(({ seq }) => Number(seq)));
      await this.auditLog.record(tx, {
        action: 'audit.erased',
        actor: { type: 'user', ref: 'user:default/frank' },
        origin: noOrigin,
        after: { ranges, ...this.signer?.sign(removalText(ranges)) },
        reason: 'Has left',
      });
    });
  }

  /** What verifying finds after a superuser did something without triggers, which is undone. */
  async findingsAfter(tamper: (tx: Knex) => Promise<unknown>) {
    const tx = await this.knex.transaction();
    try {
      await tx.raw('set local session_replication_role = replica');
      await tamper(tx);
      return await this.auditorOf(tx).check(1, 1_000);
    } finally {
      await tx.rollback();
    }
  }

  /** Seals everything, and makes a checkpoint of it. */
  async seal(): Promise<void> {
    const sealer = this.sealer();
    while ((await sealer.seal()) === 'more');
  }

  /** Does something while no checkpoint can be stored. */
  async withFullDisk(work: () => Promise<void>): Promise<void> {
    await this.knex.raw(
      `create function refuse() returns trigger language plpgsql as $$
         begin raise exception 'the disk is full'; end $$;
       create trigger refuse before insert on audit_checkpoints for each statement execute function refuse()`,
    );
    try {
      await work();
    } finally {
      await this.knex.raw('drop function refuse cascade');
    }
  }

  private auditorOf(knex: Knex): ChainAuditor {
    const chain = new ChainReader(knex);
    const checkpoints = new CheckpointStore(knex);
    return new ChainAuditor({ chain, checkpoints, keys: this.keys });
  }
}
