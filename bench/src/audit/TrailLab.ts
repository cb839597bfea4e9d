import { generateKeyPairSync } from 'node:crypto';
import { Ed25519Signer, KnownKeys } from '@changeguard/audit-chain';
import { AuditExporter } from '../../../plugins/changeguard-backend/src/audit/AuditExporter';
import { AuditSealer } from '../../../plugins/changeguard-backend/src/audit/AuditSealer';
import { ChainAuditor } from '../../../plugins/changeguard-backend/src/audit/ChainAuditor';
import { ChainReader } from '../../../plugins/changeguard-backend/src/audit/ChainReader';
import { Checkpointer } from '../../../plugins/changeguard-backend/src/audit/Checkpointer';
import { CheckpointStore } from '../../../plugins/changeguard-backend/src/audit/CheckpointStore';
import { SealStore } from '../../../plugins/changeguard-backend/src/audit/SealStore';
import { OutboxLab } from '../pipeline/OutboxLab';
import { quiet } from '../pipeline/quiet';

/** Appended by one statement. */
const BATCH = 10_000;

/** An audit trail on a migrated database of its own, with a key, and the plugin's own parts around it. */
export class TrailLab {
  readonly chain: ChainReader;
  readonly auditor: ChainAuditor;
  readonly exporter: AuditExporter;
  readonly keys: KnownKeys;
  readonly sealer: AuditSealer;

  private constructor(readonly lab: OutboxLab) {
    const { knex, unitOfWork, ids } = lab;
    const signer = new Ed25519Signer(
      generateKeyPairSync('ed25519')
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    );
    const checkpoints = new CheckpointStore(knex);
    this.keys = new KnownKeys([signer.publicKey]);
    this.chain = new ChainReader(knex);
    this.auditor = new ChainAuditor({
      chain: this.chain,
      checkpoints,
      keys: this.keys,
    });
    this.exporter = new AuditExporter({ chain: this.chain, signer });
    this.sealer = new AuditSealer({
      seals: new SealStore({ knex, unitOfWork }),
      checkpointer: new Checkpointer({
        checkpoints,
        signer,
        logger: quiet,
        pace: { everyMs: 60_000, everyRecords: 10_000 },
      }),
      ids,
      leaseMs: 30_000,
    });
  }

  /** @param server - the URL of a PostgreSQL server, without a database */
  static async open(server: string, name: string): Promise<TrailLab> {
    return new TrailLab(await OutboxLab.open(server, name));
  }

  /** Appends that many records of edited changes, and seals them. The database's triggers make what is sealed, as always. */
  async fill(count: number): Promise<void> {
    const { knex } = this.lab;
    for (let from = 1; from <= count; from += BATCH) {
      await knex.raw(
        `insert into audit_records (
           id, entity_ref, actor, actor_type, action, outcome, before, after, reason, request_id, origin, address, user_agent
         )
         select
           gen_random_uuid(), 'api:default/orders-' || n % 50, 'user:default/person-' || n % 1000, 'user',
           'schema-change.updated', 'success',
           jsonb_build_object('title', 'Property legacyId goes away', 'effectiveAt', '2026-12-01T00:00:00.000Z'),
           jsonb_build_object('title', 'Property legacyId goes away – read orderId', 'effectiveAt', '2027-01-15T00:00:00.000Z'),
           'The mobile app needs until January', gen_random_uuid(), 'http', '192.0.2.' || n % 250,
           'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0'
         from generate_series(cast(:from as integer), cast(:to as integer)) as n`,
        { from, to: Math.min(count, from + BATCH - 1) },
      );
    }
    while ((await this.sealer.seal()) === 'more');
    await knex.raw('analyze audit_records, audit_seals');
  }

  close(): Promise<void> {
    return this.lab.close();
  }
}
