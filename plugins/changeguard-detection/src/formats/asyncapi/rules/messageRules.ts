import { Severity } from '../../../Finding';
import { Rule } from '../../../Rule';
import {
  schemaFamilies,
  SchemaFamily,
} from '../../../schema-comparison/schemaFamilies';

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';

type Way = 'sent' | 'received';

const WAYS: readonly Way[] = ['sent', 'received'];

const PURPOSES: Readonly<Record<Way, Readonly<Record<Severity, string>>>> = {
  sent: {
    breaking: 'Readers may receive what they cannot handle',
    dangerous: 'Readers may receive what they do not expect',
    'non-breaking': 'Readers receive nothing they cannot handle',
  },
  received: {
    breaking: 'Messages that were fine may be refused',
    dangerous: 'Some messages may be refused or mean something else',
    'non-breaking': 'Messages that were fine stay fine',
  },
};

function rule(
  way: Way,
  id: string,
  severity: Severity,
  message: string,
  what: string,
  twin: Rule['twin'],
): Rule {
  return {
    id: `${way}-${id}`,
    severity,
    side: way === 'sent' ? 'reader' : 'writer',
    purpose: `${PURPOSES[way][severity]}: ${what}.`,
    message,
    twin,
  };
}

function other(way: Way): Way {
  return way === 'sent' ? 'received' : 'sent';
}

/** The same change of a message for who reads it and for who writes it. */
function both(
  id: string,
  severities: Readonly<Record<Way, Severity>>,
  message: string,
  what: string,
): Rule[] {
  return WAYS.map(way =>
    rule(way, id, severities[way], message, what, `${other(way)}-${id}`),
  );
}

/** What the shared table judges by the vocabulary of HTTP calls, and messages by whether their schemas still allow them. */
const OWN: Readonly<Record<Way, Readonly<Record<string, Severity>>>> = {
  sent: { 'any-of-added': b },
  received: {},
};

function severityOf(family: SchemaFamily, way: Way): Severity {
  const { change, request, response } = family;
  const own = OWN[way][change];
  if (own) return own;
  if (way === 'received' && change.endsWith('-set')) return b;
  return way === 'sent' ? response : request;
}

/** Rules about what schemas allow, wherever in a message they are. */
const valueRules = schemaFamilies
  .filter(({ change }) => change !== 'type-compatible')
  .flatMap(family =>
    both(
      `value-${family.change}`,
      {
        sent: severityOf(family, 'sent'),
        received: severityOf(family, 'received'),
      },
      `{subject} ${family.did}.`,
      family.what,
    ),
  );

const PROPERTIES: readonly Rule[] = [
  rule(
    'sent',
    'property-added',
    n,
    '{subject} is new.',
    'a property more',
    'sent-required-property-removed',
  ),
  rule(
    'sent',
    'property-added-to-closed-object',
    d,
    '{subject} is new, where readers were told that there is nothing else.',
    'a property that strict readers refuse',
    'received-property-removed-from-closed-object',
  ),
  rule(
    'received',
    'property-removed-from-closed-object',
    b,
    '{subject} was removed and is refused now.',
    'a property that is sent is refused',
    'sent-property-added-to-closed-object',
  ),
  rule(
    'received',
    'optional-property-added',
    n,
    '{subject} is new and optional.',
    'a property may be sent',
    'received-property-removed',
  ),
  rule(
    'received',
    'required-property-added',
    b,
    '{subject} is new and required.',
    'a property they do not have is required',
    'sent-required-property-removed',
  ),
  rule(
    'sent',
    'required-property-removed',
    b,
    '{subject}, which was always there, was removed.',
    'a property they rely on is gone',
    'received-required-property-added',
  ),
  rule(
    'sent',
    'optional-property-removed',
    d,
    '{subject}, which was there at times, was removed.',
    'a property they may use is gone',
    'sent-property-added',
  ),
  rule(
    'received',
    'property-removed',
    d,
    '{subject} was removed.',
    'a property that is sent is left aside',
    'received-optional-property-added',
  ),
  ...both(
    'property-removed-before-sunset',
    { sent: b, received: b },
    '{subject} was removed before its sunset on {sunset}.',
    'a property is gone earlier than was announced',
  ),
  ...both(
    'property-removed-after-sunset',
    { sent: n, received: n },
    '{subject} was removed, its sunset on {sunset} being past.',
    'a property is gone as was announced',
  ),
  ...both(
    'property-became-required',
    { sent: n, received: b },
    '{subject} became required.',
    'a property has to be there that might have been missing',
  ),
  ...both(
    'property-became-optional',
    { sent: b, received: n },
    '{subject} became optional.',
    'a property may be missing that was always there',
  ),
  ...both(
    'value-undeclared-required',
    { sent: n, received: b },
    '{subject} requires the property {name}, which it does not describe.',
    'a property has to be there that nobody describes',
  ),
  ...both(
    'value-deprecated',
    { sent: n, received: n },
    '{subject} is deprecated.',
    'people are warned',
  ),
  ...both(
    'value-deprecated-with-sunset',
    { sent: n, received: n },
    '{subject} is deprecated and goes on {sunset}.',
    'people are warned and told when',
  ),
  ...both(
    'value-deprecated-sunset-invalid',
    { sent: b, received: b },
    '{subject} is deprecated with a date nobody can read ({sunset}).',
    'nobody can tell when it goes',
  ),
  ...both(
    'value-reactivated',
    { sent: n, received: n },
    '{subject} is not deprecated any more.',
    'it stays',
  ),
];

const MESSAGES: readonly Rule[] = [
  ...both(
    'message-added',
    { sent: d, received: n },
    'Another kind of message may be exchanged: {message}.',
    'a kind of message that was not there',
  ),
  ...WAYS.flatMap(way =>
    (
      [
        ['unannounced', b, 'went, which nobody had announced with a date'],
        ['before-sunset', b, 'went before its sunset on {sunset}'],
        ['after-sunset', n, 'went, its sunset on {sunset} being past'],
      ] as const
    ).map(([when, severity, did]) =>
      rule(
        way,
        `message-removed-${when}`,
        severity,
        `A kind of message is not exchanged any more: {message} ${did}.`,
        'a kind of message is gone',
        `${other(way)}-message-removed-${when}`,
      ),
    ),
  ),
  ...both(
    'message-content-type-changed',
    { sent: b, received: b },
    'The media type of {message} changed ({before} → {after}).',
    'another media type',
  ),
  ...both(
    'schema-format-changed',
    { sent: b, received: b },
    'Another language describes {part} ({before} → {after}).',
    'what is described in another language is written otherwise',
  ),
  ...both(
    'schema-added',
    { sent: n, received: b },
    'A schema says now what {part} may be.',
    'a schema where anything was allowed',
  ),
  ...both(
    'schema-removed',
    { sent: d, received: n },
    'No schema says any more what {part} may be.',
    'no schema any more',
  ),
  ...both(
    'schema-incompatible',
    { sent: b, received: b },
    'Who has another version of the schema cannot read {part}: {what}.',
    'the schema is not compatible by the rules of its own language',
  ),
  ...both(
    'correlation-id-added',
    { sent: n, received: d },
    'What {message} belongs to is told by {after} now.',
    'a mark that tells which messages belong together',
  ),
  ...both(
    'correlation-id-removed',
    { sent: b, received: d },
    'What {message} belongs to is not told by {before} any more.',
    'no mark any more that tells which messages belong together',
  ),
  ...both(
    'correlation-id-changed',
    { sent: b, received: b },
    'What {message} belongs to is told elsewhere ({before} → {after}).',
    'the mark that tells which messages belong together is elsewhere',
  ),
];

/** What is judged of messages and what they carry. */
export const messageRules: readonly Rule[] = [
  ...MESSAGES,
  ...PROPERTIES,
  ...valueRules,
];
