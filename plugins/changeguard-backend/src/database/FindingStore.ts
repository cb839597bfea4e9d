import { FindingRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Reads and replaces the findings of a change; its first ones are written together with it. */
export class FindingStore {
  async ofChange(tx: Transaction, changeId: string): Promise<FindingRow[]> {
    return tx<FindingRow>('findings')
      .comment('FindingStore.ofChange')
      .where({ change_id: changeId })
      .orderBy('ordinal');
  }

  /** Puts these findings in the place of all there were. */
  async replace(
    tx: Transaction,
    changeId: string,
    findings: readonly FindingRow[],
  ): Promise<void> {
    await tx('findings')
      .comment('FindingStore.clear')
      .where({ change_id: changeId })
      .delete();
    if (!findings.length) return;
    await tx('findings')
      .comment('FindingStore.insert')
      .insert([...findings]);
  }
}
