import { Severity, Side } from '../../../Finding';
import { Rule } from '../../../Rule';
import { ExchangeRules } from '../../../schema-comparison/ExchangeRules';

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';

/** What ids of rules for calls back begin with: what the provider sends, and what it is answered. */
export const CALLBACK_PREFIXES = {
  sent: 'callback-request',
  received: 'callback-response',
} as const;

type Row = readonly [
  id: string,
  severity: Severity,
  side: Side,
  message: string,
  purpose: string,
  twin: string | { waiver: string },
];

/** What was announced to go: as was said, or earlier. */
function announced(
  noun: string,
  side: Side,
  did: string,
  losers: string,
): Row[] {
  const [after, before] = [`${noun}-after-sunset`, `${noun}-before-sunset`];
  return [
    [
      after,
      n,
      side,
      `${did}, the sunset on {sunset} being past.`,
      'It is gone as was announced.',
      before,
    ],
    [
      before,
      b,
      side,
      `${did}, before the sunset on {sunset}.`,
      `${losers}, earlier than was announced.`,
      after,
    ],
  ];
}

const ROWS: readonly Row[] = [
  ...announced(
    'callback-removed',
    'reader',
    'The provider does not call back any more: {name}',
    'Who waits for it waits in vain',
  ),
  ...announced(
    'callback-request-parameter-removed',
    'reader',
    'The {in} parameter {parameter} does not come with {name} any more',
    'Who is called may rely on it',
  ),
  ...announced(
    'callback-response-header-removed',
    'writer',
    'The header {header} of the answer {status} to {name} is not foreseen any more',
    'What is said with it is left aside',
  ),
  [
    'callback-added',
    n,
    'reader',
    'The provider calls back where it did not: {name}.',
    'Nobody waits for it yet.',
    'callback-removed',
  ],
  [
    'callback-removed',
    b,
    'reader',
    'The provider does not call back any more: {name}.',
    'Who waits for it waits in vain.',
    'callback-added',
  ],
  [
    'callback-request-parameter-added',
    n,
    'reader',
    'The {in} parameter {parameter} comes with {name} now.',
    'Who is called may leave it aside.',
    'callback-request-required-parameter-removed',
  ],
  [
    'callback-request-required-parameter-removed',
    b,
    'reader',
    'The {in} parameter {parameter} does not come with {name} any more.',
    'Who is called relies on what was always there.',
    'callback-request-parameter-added',
  ],
  [
    'callback-request-optional-parameter-removed',
    d,
    'reader',
    'The {in} parameter {parameter}, which was there at times, does not come with {name} any more.',
    'Who is called may use it.',
    'callback-request-parameter-added',
  ],
  [
    'callback-request-parameter-became-optional',
    b,
    'reader',
    'The {in} parameter {parameter} may be missing from {name} now.',
    'Who is called relies on what was always there.',
    'callback-request-parameter-became-required',
  ],
  [
    'callback-request-parameter-became-required',
    n,
    'reader',
    'The {in} parameter {parameter} always comes with {name} now.',
    'More is promised than before.',
    'callback-request-parameter-became-optional',
  ],
  [
    'callback-request-media-type-removed',
    b,
    'reader',
    'The body of {name} is not of the media type {media} any more.',
    'Who is called and reads this media type receives something else.',
    'callback-request-media-type-added',
  ],
  [
    'callback-request-media-type-added',
    d,
    'reader',
    'The body of {name} may be of the media type {media} now.',
    'Who is called may not be able to read it.',
    'callback-request-media-type-removed',
  ],
  [
    'callback-response-media-type-removed',
    b,
    'writer',
    'The answer {status} to {name} may not be of the media type {media} any more.',
    'Answers of this media type are not understood.',
    'callback-response-media-type-added',
  ],
  [
    'callback-response-media-type-added',
    n,
    'writer',
    'The answer {status} to {name} may be of the media type {media} now.',
    'Answers of other media types stay fine.',
    'callback-response-media-type-removed',
  ],
  [
    'callback-response-status-removed',
    d,
    'writer',
    'The answer {status} to {name} is not foreseen any more.',
    'Who answers with it may be called again, or not be understood.',
    'callback-response-status-added',
  ],
  [
    'callback-response-status-added',
    n,
    'writer',
    'The answer {status} to {name} is understood now.',
    'Other answers stay fine.',
    'callback-response-status-removed',
  ],
  [
    'callback-response-required-header-added',
    b,
    'writer',
    'The answer {status} to {name} has to have the header {header} now.',
    'Answers without it are not understood.',
    'callback-response-header-removed',
  ],
  [
    'callback-response-optional-header-added',
    n,
    'writer',
    'The answer {status} to {name} may have the header {header} now.',
    'Answers without it stay fine.',
    'callback-response-header-removed',
  ],
  [
    'callback-response-header-removed',
    d,
    'writer',
    'The header {header} of the answer {status} to {name} is not foreseen any more.',
    'What is said with it is left aside.',
    'callback-response-optional-header-added',
  ],
  [
    'callback-response-header-became-required',
    b,
    'writer',
    'The header {header} of the answer {status} to {name} has to be there now.',
    'Answers without it were fine, and are not understood any more.',
    'callback-response-header-became-optional',
  ],
  [
    'callback-response-header-became-optional',
    n,
    'writer',
    'The header {header} of the answer {status} to {name} may be missing now.',
    'Answers with it stay fine.',
    'callback-response-header-became-required',
  ],
];

/** Rules about calls that the provider makes: webhooks, and callbacks of operations. */
export const callbackRules: readonly Rule[] = [
  ...ROWS.map(([id, severity, side, message, purpose, twin]) => ({
    id,
    severity,
    side,
    message,
    purpose,
    twin,
  })),
  ...new ExchangeRules(CALLBACK_PREFIXES).ofSchemas(),
];
