import { Rule } from '../../../Rule';
import { ExchangeRules } from '../../../schema-comparison/ExchangeRules';

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';

const rules = new ExchangeRules({ sent: 'sent', received: 'received' });

const MESSAGES: readonly Rule[] = [
  ...rules.both(
    'message-added',
    { sent: d, received: n },
    'Another kind of message may be exchanged: {message}.',
    'a kind of message that was not there',
  ),
  ...(['sent', 'received'] as const).flatMap(way =>
    (
      [
        ['unannounced', b, 'went, which nobody had announced with a date'],
        ['before-sunset', b, 'went before its sunset on {sunset}'],
        ['after-sunset', n, 'went, its sunset on {sunset} being past'],
      ] as const
    ).map(([when, severity, did]) =>
      rules.one(
        way,
        `message-removed-${when}`,
        severity,
        `A kind of message is not exchanged any more: {message} ${did}.`,
        'a kind of message is gone',
      ),
    ),
  ),
  ...rules.both(
    'message-content-type-changed',
    { sent: b, received: b },
    'The media type of {message} changed ({before} → {after}).',
    'another media type',
  ),
  ...rules.both(
    'schema-format-changed',
    { sent: b, received: b },
    'Another language describes {part} ({before} → {after}).',
    'what is described in another language is written otherwise',
  ),
  ...rules.both(
    'schema-added',
    { sent: n, received: b },
    'A schema says now what {part} may be.',
    'a schema where anything was allowed',
  ),
  ...rules.both(
    'schema-removed',
    { sent: d, received: n },
    'No schema says any more what {part} may be.',
    'no schema any more',
  ),
  ...rules.both(
    'schema-incompatible',
    { sent: b, received: b },
    'Who has another version of the schema cannot read {part}: {what}.',
    'the schema is not compatible by the rules of its own language',
  ),
  ...rules.both(
    'correlation-id-added',
    { sent: n, received: d },
    'What {message} belongs to is told by {after} now.',
    'a mark that tells which messages belong together',
  ),
  ...rules.both(
    'correlation-id-removed',
    { sent: b, received: d },
    'What {message} belongs to is not told by {before} any more.',
    'no mark any more that tells which messages belong together',
  ),
  ...rules.both(
    'correlation-id-changed',
    { sent: b, received: b },
    'What {message} belongs to is told elsewhere ({before} → {after}).',
    'the mark that tells which messages belong together is elsewhere',
  ),
];

/** What is judged of messages and what they carry. */
export const messageRules: readonly Rule[] = [
  ...MESSAGES,
  ...rules.ofSchemas(),
];
