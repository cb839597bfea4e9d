/** Longest event in bytes of JSON; some brokers charge, others refuse, above it. */
export const MAX_EVENT_BYTES = 256 * 1024;

const keptCharacters = 1_000;

type Fields = Record<string, unknown> | null;

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return { count: value.length };
  if (typeof value === 'string' && value.length > keptCharacters) {
    return `${value.slice(0, keptCharacters)}…`;
  }
  return value;
}

function shortenedFields(fields: Fields): Fields {
  return (
    fields &&
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, shortened(value)]),
    )
  );
}

/**
 * The event as JSON within {@link MAX_EVENT_BYTES}. One that would be longer keeps every field's name, the beginning of long
 * texts, and the number of a list's items; what it is about can be read from the change.
 */
export function eventPayload(event: {
  data: { before: Fields; after: Fields };
}): string {
  const whole = JSON.stringify(event);
  if (Buffer.byteLength(whole) <= MAX_EVENT_BYTES) return whole;
  const { before, after } = event.data;
  return JSON.stringify({
    ...event,
    data: {
      ...event.data,
      before: shortenedFields(before),
      after: shortenedFields(after),
    },
  });
}
