import { digestOf, Ed25519Signer, Remainder } from '@changeguard/audit-chain';
import { AuditErasure } from '@changeguard/backstage-plugin-changeguard-common';
import { AuditErasures } from '../database/AuditErasures';
import { AuditedAct, AuditLog } from '../database/AuditLog';
import { unboundTransaction } from '../database/boundTransactions';
import { Transaction } from '../database/UnitOfWork';
import { Ids } from '../ports/Ids';
import { erasureOf } from './removalRecords';
import { remainderOf } from './sealedContent';

/** Most records of one erasure, so that its transaction does not write for long. */
const mostRecords = 10_000;
/** Records that one statement erases. */
const atOnce = 1_000;

/** Whom to erase, and for whom. */
export interface ErasureOrder
  extends Required<Pick<AuditedAct, 'actor' | 'origin' | 'reason'>> {
  userRef: string;
}

/**
 * Erases a person from the audit trail. Of the records by or about them the place in the chain stays, with what was done when to which
 * entity; how these columns were left is kept, and signed in the record of the erasure, so that nobody can change them afterwards. What
 * had been changed before is erased as well, and not vouched for: an erasure heals nothing.
 */
export class AuditEraser {
  private readonly erasures = new AuditErasures();

  constructor(
    private readonly deps: {
      ids: Ids;
      auditLog: AuditLog;
      /** Null without a key. */
      signer: Ed25519Signer | null;
    },
  ) {}

  async erase(tx: Transaction, order: ErasureOrder): Promise<AuditErasure> {
    const { userRef, ...act } = order;
    // Looking through a long trail takes minutes.
    await unboundTransaction(tx);
    const about = await this.erasures.about(tx, userRef, mostRecords);
    const id = this.deps.ids.next();
    const places: number[] = [];
    const remainders: Remainder[] = [];
    for (let from = 0; from < about.sealed.length; from += atOnce) {
      const ids = about.sealed.slice(from, from + atOnce);
      const erased = await this.erasures.erase(tx, userRef, ids);
      const vouched = erased
        .filter(({ wasSealed }) => wasSealed)
        .map(({ seq, remainder }) => ({
          seq,
          digest: digestOf(remainderOf(remainder)),
        }));
      await this.erasures.keep(tx, id, vouched);
      places.push(...erased.map(({ seq }) => seq));
      remainders.push(...vouched);
    }
    await this.deps.auditLog.record(tx, {
      ...act,
      id,
      action: 'audit.erased',
      after: erasureOf(id, places, remainders, this.deps.signer),
    });
    const erased = places.length;
    return { erased, remaining: about.count - erased };
  }
}
