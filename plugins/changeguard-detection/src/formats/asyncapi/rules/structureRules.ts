import { Severity, Side } from '../../../Finding';
import { Rule } from '../../../Rule';

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';

type Row = readonly [
  id: string,
  severity: Severity,
  side: Side | null,
  message: string,
  purpose: string,
  twin: string | { waiver: string },
];

const none = (waiver: string) => ({ waiver });
const ITSELF = none('a change to something else is its own opposite');
const NO_DATE = none('more time harms nobody');

const SERVERS: readonly Row[] = [
  [
    'server-removed',
    b,
    null,
    'The server {server} was removed.',
    'Who connects to the server finds nothing.',
    'server-added',
  ],
  [
    'server-added',
    n,
    null,
    'The server {server} is new.',
    'Nobody connects to a server that was not there.',
    'server-removed',
  ],
  [
    'server-address-changed',
    b,
    null,
    'The server {server} is elsewhere ({before} → {after}).',
    'Who connects to the old address finds nothing.',
    ITSELF,
  ],
  [
    'server-protocol-changed',
    b,
    null,
    'The server {server} speaks another protocol ({before} → {after}).',
    'Clients of the old protocol cannot connect.',
    ITSELF,
  ],
  [
    'server-protocol-version-changed',
    d,
    null,
    'The server {server} speaks another version of its protocol ({before} → {after}).',
    'Clients of the old version may not be able to connect.',
    ITSELF,
  ],
  [
    'server-variable-default-changed',
    b,
    null,
    'The variable {name} of the server {server} stands for something else ({before} → {after}).',
    'Who leaves the variable as it is connects elsewhere.',
    ITSELF,
  ],
  [
    'server-variable-value-removed',
    b,
    null,
    'The variable {name} of the server {server} may not be {value} any more.',
    'Who connects with the value finds nothing.',
    none('a value more harms nobody'),
  ],
  [
    'security-added',
    b,
    null,
    'Signing in is asked for by {owner} now: {name}.',
    'Who came in without signing in is turned away.',
    'security-removed',
  ],
  [
    'security-removed',
    n,
    null,
    'Signing in is not asked for by {owner} any more: {name}.',
    'Who signs in still comes in.',
    'security-added',
  ],
  [
    'security-way-removed',
    b,
    null,
    'Signing in with {name} is not enough for {owner} any more.',
    'Who signs in this way is turned away.',
    'security-way-added',
  ],
  [
    'security-way-added',
    n,
    null,
    'Signing in with {name} is enough for {owner} now.',
    'Other ways to sign in stay as they are.',
    'security-way-removed',
  ],
];

const BINDINGS: readonly Row[] = [
  [
    'binding-address-changed',
    b,
    null,
    'The binding {name} of {owner} decides otherwise where messages are or how they are written ({before} → {after}).',
    'Who looks where messages were, or reads them as they were written, finds nothing.',
    ITSELF,
  ],
  [
    'binding-delivery-changed',
    d,
    null,
    'The binding {name} of {owner} changed ({before} → {after}).',
    'Messages may be delivered otherwise: in another order, more or less often, or to others.',
    ITSELF,
  ],
  [
    'binding-setting-changed',
    n,
    null,
    'The setting {name} of {owner} changed ({before} → {after}).',
    'It concerns whoever runs the server, not who exchanges messages.',
    ITSELF,
  ],
];

const CHANNELS: readonly Row[] = [
  [
    'channel-added',
    n,
    null,
    'The channel {channel} is new.',
    'Nobody uses a channel that was not there.',
    'channel-removed-unannounced',
  ],
  ...removals('channel', null, 'The channel {channel}', 'channel-added', [
    'Who sends to the channel or reads from it does so in vain',
  ]),
  [
    'channel-address-changed',
    b,
    null,
    'The channel {channel} has another address ({before} → {after}).',
    'Who sends to the old address or reads from it does so in vain.',
    ITSELF,
  ],
  [
    'channel-server-removed',
    b,
    null,
    'The channel {channel} is not on the server {server} any more.',
    'Who uses the channel there finds nothing.',
    'channel-server-added',
  ],
  [
    'channel-server-added',
    n,
    null,
    'The channel {channel} is on the server {server} too.',
    'Where it was, it still is.',
    'channel-server-removed',
  ],
  [
    'channel-parameter-location-changed',
    d,
    null,
    'The parameter {name} of the channel {channel} is found elsewhere in messages ({before} → {after}).',
    'Who takes the value from messages looks in the wrong place.',
    ITSELF,
  ],
  ...announcements('channel', 'The channel {channel}'),
];

const OPERATIONS: readonly Row[] = [
  [
    'send-operation-added',
    n,
    'reader',
    'The application sends messages that it did not send before.',
    'Nobody waits for them yet.',
    'send-operation-removed-unannounced',
  ],
  [
    'receive-operation-added',
    n,
    'writer',
    'The application receives messages that it did not receive before.',
    'Nobody sends them yet.',
    'receive-operation-removed-unannounced',
  ],
  ...removals(
    'send-operation',
    'reader',
    'The operation that sends messages',
    'send-operation-added',
    ['Who waits for the messages waits in vain'],
  ),
  ...removals(
    'receive-operation',
    'writer',
    'The operation that receives messages',
    'receive-operation-added',
    ['Messages that are sent to it are read by nobody'],
  ),
  [
    'send-operation-moved',
    b,
    'reader',
    'The operation uses another channel ({before} → {after}).',
    'Who waits for messages in the old channel waits in vain.',
    'receive-operation-moved',
  ],
  [
    'receive-operation-moved',
    b,
    'writer',
    'The operation uses another channel ({before} → {after}).',
    'Messages that are sent to the old channel are read by nobody.',
    'send-operation-moved',
  ],
  [
    'operation-id-changed',
    n,
    'source',
    'The operation has another id ({before} → {after}).',
    'Messages stay the same; generated code may have another name.',
    ITSELF,
  ],
  ...announcements('operation', 'The operation {label}'),
  [
    'sent-reply-added',
    n,
    'reader',
    'The application answers messages of the operation now.',
    'Who sends them may leave the answers aside.',
    'sent-reply-removed',
  ],
  [
    'sent-reply-removed',
    b,
    'reader',
    'The application does not answer messages of the operation any more.',
    'Who waits for an answer waits in vain.',
    'sent-reply-added',
  ],
  [
    'received-reply-added',
    d,
    'writer',
    'The application waits for an answer to messages of the operation now.',
    'Who reads the messages does not know yet that an answer is expected.',
    'received-reply-removed',
  ],
  [
    'received-reply-removed',
    n,
    'writer',
    'The application does not wait for answers to messages of the operation any more.',
    'Answers that are still sent are left aside.',
    'received-reply-added',
  ],
  [
    'sent-reply-address-changed',
    b,
    'reader',
    'The application sends its answers elsewhere ({before} → {after}).',
    'Who waits for an answer at the old address waits in vain.',
    'received-reply-address-changed',
  ],
  [
    'received-reply-address-changed',
    b,
    'writer',
    'The application waits for answers elsewhere ({before} → {after}).',
    'Answers that are sent to the old address are read by nobody.',
    'sent-reply-address-changed',
  ],
];

const MESSAGES: readonly Row[] = [
  [
    'message-name-changed',
    n,
    'source',
    'The name of {message} changed ({before} → {after}).',
    'Messages stay the same; generated code may have another name.',
    ITSELF,
  ],
  ...announcements('message', 'Of its kind, {message}'),
];

/** What is judged of servers, channels, operations and their replies. */
export const structureRules: readonly Rule[] = [
  ...SERVERS,
  ...BINDINGS,
  ...CHANNELS,
  ...OPERATIONS,
  ...MESSAGES,
].map(([id, severity, side, message, purpose, twin]) => ({
  id,
  severity,
  ...(side ? { side } : {}),
  message,
  purpose,
  twin,
}));

/** Something removed: unannounced, before its date, after it. */
export function removals(
  noun: string,
  side: Side | null,
  subject: string,
  added: string,
  [harm]: readonly [string],
): Row[] {
  const early = `${noun}-removed-before-sunset`;
  const due = `${noun}-removed-after-sunset`;
  return [
    [
      `${noun}-removed-unannounced`,
      b,
      side,
      `${subject} was removed, which nobody had announced with a date.`,
      `${harm}, and nobody was warned.`,
      added,
    ],
    [
      early,
      b,
      side,
      `${subject} was removed before its sunset on {sunset}.`,
      `${harm}, earlier than was announced.`,
      due,
    ],
    [
      due,
      n,
      side,
      `${subject} was removed, its sunset on {sunset} being past.`,
      'The removal was announced and its time has come.',
      early,
    ],
  ];
}

/** Something deprecated, kept after all, or to go earlier. */
function announcements(noun: string, subject: string): Row[] {
  return [
    [
      `${noun}-deprecated`,
      n,
      null,
      `${subject} is deprecated (sunset: {after}).`,
      'People are warned; nothing changes yet.',
      `${noun}-reactivated`,
    ],
    [
      `${noun}-reactivated`,
      n,
      null,
      `${subject} is not deprecated any more.`,
      'It stays as it is.',
      `${noun}-deprecated`,
    ],
    [
      `${noun}-sunset-brought-forward`,
      b,
      null,
      `${subject} goes earlier than was said, or nobody knows when ({before} → {after}).`,
      'There is less time to move than was announced.',
      NO_DATE,
    ],
  ];
}
