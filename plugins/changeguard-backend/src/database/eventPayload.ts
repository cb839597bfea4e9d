/** Longest event in bytes of JSON; some brokers charge, others refuse, above it. */
export const MAX_EVENT_BYTES = 256 * 1024;

const keptCharacters = 1_000;

type Fields = Record<string, unknown> | null;

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return { count: value.length };
  if (typeof value === 'string' && value.length > keptCharacters) {
    // Half of a surrogate pair would be JSON that PostgreSQL's `jsonb` refuses.
    return `${value.slice(0, keptCharacters).replace(/\p{Surrogate}$/u, '')}…`;
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

/** What the sequence adds, with its name. */
const sequenceBytes = 32;

/**
 * The event as JSON within {@link MAX_EVENT_BYTES}, in two parts between which its `sequence` belongs, because the database counts. One
 * that would be longer keeps every field's name, the beginning of long texts, and the number of a list's items; what it is about can be
 * read from the change.
 */
export function payloadAround(event: {
  data: { before: Fields; after: Fields };
}): { payloadStart: string; payloadEnd: string } {
  const whole = JSON.stringify(event);
  const { before, after } = event.data;
  const payload =
    Buffer.byteLength(whole) + sequenceBytes <= MAX_EVENT_BYTES
      ? whole
      : JSON.stringify({
          ...event,
          data: {
            ...event.data,
            before: shortenedFields(before),
            after: shortenedFields(after),
          },
        });
  return {
    payloadStart: `${payload.slice(0, -1)},"sequence":`,
    payloadEnd: '}',
  };
}
