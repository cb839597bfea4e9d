import type { FailingEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { deliveriesMessages } from '../messages';

/** What an operator can do about an event that does not get on; the names are those of its texts. */
export type EventAdvice = keyof typeof deliveriesMessages.events.advice;

/** The next step: only what some subscriber other than the audit trail fails on can be skipped. */
export function eventAdviceFor({
  subscriber,
}: Pick<FailingEvent, 'subscriber'>): EventAdvice {
  if (subscriber === null) return 'unpublished';
  return subscriber === 'audit' ? 'audit' : 'skippable';
}
