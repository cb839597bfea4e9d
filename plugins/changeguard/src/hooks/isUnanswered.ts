import type { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';

/** Whether a consumer's team has yet to say anything. */
export function isUnanswered(consumer: AffectedConsumer): boolean {
  const { state } = consumer.answer;
  return !consumer.left && (state === 'identified' || state === 'notified');
}
