import {
  AffectedConsumer,
  AnswerState,
} from '@changeguard/backstage-plugin-changeguard-common';

const order: readonly AnswerState[] = [
  'blocked',
  'identified',
  'notified',
  'acknowledged',
  'migrating',
  'waived',
  'migrated',
  'not_affected',
];

function rank(consumer: AffectedConsumer): number {
  return consumer.left ? order.length : order.indexOf(consumer.answer.state);
}

/** Consumers in the order in which somebody has to look after them: the blocked ones, the silent ones, the rest. */
export function byUrgency(
  consumers: readonly AffectedConsumer[],
): AffectedConsumer[] {
  return [...consumers].sort(
    (a, b) => rank(a) - rank(b) || a.entityRef.localeCompare(b.entityRef),
  );
}

/** Whether nobody has said anything for this consumer yet. */
export function isUnanswered(consumer: AffectedConsumer): boolean {
  return ['identified', 'notified'].includes(consumer.answer.state);
}
