import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import { ConsumerDetail } from '../../database/ConsumerReadModel';

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** An affected consumer as the API answers it. A waiver past its end counts as told and unanswered. */
export function presentConsumer(
  row: ConsumerDetail,
  mayAnswer: boolean,
  now: Date,
): AffectedConsumer {
  const waiverEnded =
    row.answer_state === 'waived' &&
    row.waived_until !== null &&
    row.waived_until < now;
  return {
    id: row.id,
    entityRef: row.entity_ref,
    ownerRefs: row.owner_refs,
    direct: row.direct,
    paths: row.paths,
    evidence: row.evidence,
    answer: {
      state: waiverEnded ? 'notified' : row.answer_state,
      note: row.answer_note,
      by: row.answer_by,
      at: iso(row.answer_at),
      onVersion: row.answer_on_version,
      expectedAt: iso(row.expected_at),
      waivedUntil: iso(row.waived_until),
    },
    late: row.late,
    left: row.left_at !== null,
    reachable: row.reachable,
    mayAnswer,
    reach: {
      people: row.people,
      channels: Object.fromEntries(
        row.channels.map(({ channel, ...states }) => [channel, states]),
      ),
    },
  };
}
