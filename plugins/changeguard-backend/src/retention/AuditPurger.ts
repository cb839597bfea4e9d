import { Ed25519Signer } from '@changeguard/audit-chain';
import { ChainReader } from '../audit/ChainReader';
import { purgeOf } from '../audit/removalRecords';
import { noOrigin } from '../audience/systemActor';
import { AuditErasures } from '../database/AuditErasures';
import { AuditLog } from '../database/AuditLog';
import { UnitOfWork } from '../database/UnitOfWork';
import { Ids } from '../ports/Ids';

/**
 * Takes records that are past their retention out of the audit trail. Their places in the chain stay, and a signed record says up to
 * which place it was done; one that is written later covers all that went before.
 */
export class AuditPurger {
  private readonly erasures = new AuditErasures();

  constructor(
    private readonly deps: {
      chain: ChainReader;
      unitOfWork: UnitOfWork;
      auditLog: AuditLog;
      ids: Ids;
      signer: Ed25519Signer | null;
    },
  ) {}

  /** Answers how many places it went on, at most `limit`. */
  async purge(ageMs: number, limit: number): Promise<number> {
    const { chain, unitOfWork, auditLog, ids, signer } = this.deps;
    const { purgedUntil } = await chain.standing();
    const until = await unitOfWork.run(async tx => {
      const options = { after: purgedUntil, ageMs, limit };
      const last = await this.erasures.purge(tx, options);
      if (last === null) return purgedUntil;
      const id = ids.next();
      await auditLog.record(tx, {
        id,
        action: 'audit.purged',
        actor: { type: 'system', ref: 'system:retention' },
        origin: noOrigin,
        after: purgeOf(id, [[1, last]], signer),
        reason: 'Kept as long as the configuration says',
      });
      return last;
    });
    return until - purgedUntil;
  }
}
