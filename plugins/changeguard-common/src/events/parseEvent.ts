import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  ChangeGuardEvent,
  ChangeGuardEventType,
  eventDataSchemas,
} from './ChangeGuardEvent';

const envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  subject: z.uuid(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  sequence: z.int().positive(),
  data: z.unknown(),
});

/** Whether a string names an event type this version knows. @public */
export function isChangeGuardEventType(
  type: string,
): type is ChangeGuardEventType {
  return Object.hasOwn(eventDataSchemas, type);
}

/**
 * Parses what came off a broker, or out of the outbox, into an event.
 *
 * @throws InputError - when it is no event, or of a type this version does not know.
 * @public
 */
export function parseEvent(json: unknown): ChangeGuardEvent {
  const parsed = envelope.safeParse(json);
  if (!parsed.success) {
    throw new InputError(`Not an event: ${z.prettifyError(parsed.error)}`);
  }
  const { type } = parsed.data;
  if (!isChangeGuardEventType(type)) {
    throw new InputError(`Unknown event type '${type}'`);
  }
  const data = eventDataSchemas[type].safeParse(parsed.data.data);
  if (!data.success) {
    throw new InputError(
      `Malformed ${type} event: ${z.prettifyError(data.error)}`,
    );
  }
  return { ...parsed.data, type, data: data.data } as ChangeGuardEvent;
}
