import { AffectedConsumerRow } from './tables';
import { Transaction } from './UnitOfWork';

/** The fields of an answer. */
export type AnswerFields = Pick<
  AffectedConsumerRow,
  | 'answer_state'
  | 'answer_note'
  | 'answer_by'
  | 'answer_at'
  | 'answer_on_version'
  | 'expected_at'
>;

/** Writes the answers of affected consumers; the audience subscriber writes who they are. */
export class ConsumerStore {
  async lock(
    tx: Transaction,
    changeId: string,
    id: string,
  ): Promise<AffectedConsumerRow | undefined> {
    return tx('affected_consumers')
      .comment('ConsumerStore.lock')
      .where({ id, change_id: changeId })
      .forNoKeyUpdate()
      .first<AffectedConsumerRow | undefined>();
  }

  async answer(
    tx: Transaction,
    id: string,
    answer: AnswerFields,
  ): Promise<void> {
    await tx('affected_consumers')
      .comment('ConsumerStore.answer')
      .where({ id })
      .update({ ...answer, waived_until: null });
  }
}
