import { Severity } from '../../../Finding';
import { Rule } from '../../../Rule';
import { purposeOf } from './schemaRules';

const b = 'breaking';
const d = 'dangerous';
const n = 'non-breaking';

type Row = readonly [
  id: string,
  severity: Severity,
  message: string,
  what: string,
  twin: string | { waiver: string },
];

const REQUEST: readonly Row[] = [
  [
    'new-required-request-property',
    b,
    'The request property {path} is new and required.',
    'a property they do not send is required',
    'response-required-property-removed',
  ],
  [
    'new-required-request-property-with-default',
    b,
    'The request property {path} is new and required, with a default.',
    'a property they do not send is required, though it has a default',
    'response-required-property-removed',
  ],
  [
    'new-optional-request-property',
    n,
    'The request property {path} is new and optional.',
    'a property may be sent',
    'request-property-removed',
  ],
  [
    'request-property-removed',
    d,
    'The request property {path} was removed.',
    'a property that is sent is ignored or refused',
    'new-optional-request-property',
  ],
  [
    'request-property-became-required',
    b,
    'The request property {path} became required.',
    'a property that may be missing is required',
    'response-property-became-required',
  ],
  [
    'request-property-became-required-with-default',
    b,
    'The request property {path} became required, with a default.',
    'a property that may be missing is required, though it has a default',
    'response-property-became-required',
  ],
  [
    'request-property-became-optional',
    n,
    'The request property {path} became optional.',
    'a property may be missing',
    'response-property-became-optional',
  ],
  [
    'new-required-request-header-property',
    b,
    'The property {path} of the header {parameter} is new and required.',
    'a property they do not send is required',
    { waiver: 'headers of responses have no properties here' },
  ],
  [
    'request-header-property-became-required',
    b,
    'The property {path} of the header {parameter} became required.',
    'a property that may be missing is required',
    { waiver: 'headers of responses have no properties here' },
  ],
  [
    'request-header-property-became-enum',
    b,
    'The property {path} of the header {parameter} is limited to a list of values now ({after}).',
    'a list of values where anything was allowed',
    { waiver: 'headers of responses have no properties here' },
  ],
  [
    'request-read-only-property-enum-value-removed',
    n,
    'The read-only property {path} does not allow the value {name} any more.',
    'a read-only property is not sent',
    'response-property-enum-value-removed',
  ],
  [
    'request-read-only-property-max-decreased',
    n,
    'The read-only property {path} has a lower maximum ({before} → {after}).',
    'a read-only property is not sent',
    'response-property-max-decreased',
  ],
  [
    'request-read-only-property-min-increased',
    n,
    'The read-only property {path} has a higher minimum ({before} → {after}).',
    'a read-only property is not sent',
    'response-property-min-increased',
  ],
  [
    'request-read-only-property-exclusive-max-decreased',
    n,
    'The read-only property {path} has a lower exclusive maximum ({before} → {after}).',
    'a read-only property is not sent',
    'response-property-exclusive-max-decreased',
  ],
  [
    'request-read-only-property-exclusive-min-increased',
    n,
    'The read-only property {path} has a higher exclusive minimum ({before} → {after}).',
    'a read-only property is not sent',
    'response-property-exclusive-min-increased',
  ],
  [
    'request-read-only-property-max-length-decreased',
    n,
    'The read-only property {path} has a lower maximum length ({before} → {after}).',
    'a read-only property is not sent',
    'response-property-max-length-decreased',
  ],
];

/** Removals that were announced with a date, for which it is the date that counts. */
function announced(side: 'request' | 'response', of: string): Row[] {
  const other = side === 'request' ? 'response' : 'request';
  return [
    [
      `${side}-property-removed-before-sunset`,
      b,
      `The property {path} of the ${of} was removed before its sunset on {sunset}.`,
      'a property is gone earlier than was announced',
      `${other}-property-removed-before-sunset`,
    ],
    [
      `${side}-property-removed-after-sunset`,
      n,
      `The property {path} of the ${of} was removed, its sunset on {sunset} being past.`,
      'a property is gone as was announced',
      `${other}-property-removed-after-sunset`,
    ],
  ];
}

const PARAMETER: readonly Row[] = [
  [
    'new-required-request-parameter-property',
    b,
    'The property {path} of the {in} parameter {parameter} is new and required.',
    'a property they do not send is required',
    { waiver: 'only requests have parameters' },
  ],
  [
    'new-optional-request-parameter-property',
    n,
    'The property {path} of the {in} parameter {parameter} is new and optional.',
    'a property may be sent',
    'request-parameter-property-removed',
  ],
  [
    'request-parameter-property-removed',
    d,
    'The property {path} of the {in} parameter {parameter} was removed.',
    'a property that is sent is ignored or refused',
    'new-optional-request-parameter-property',
  ],
  [
    'request-parameter-property-became-required',
    b,
    'The property {path} of the {in} parameter {parameter} became required.',
    'a property that may be missing is required',
    'request-parameter-property-became-optional',
  ],
  [
    'request-parameter-property-became-optional',
    n,
    'The property {path} of the {in} parameter {parameter} became optional.',
    'a property may be missing',
    'request-parameter-property-became-required',
  ],
];

const RESPONSE: readonly Row[] = [
  [
    'response-required-property-removed',
    b,
    'The required property {path} of the response {status} was removed.',
    'a property they rely on is gone',
    'response-required-property-added',
  ],
  [
    'response-optional-property-removed',
    d,
    'The optional property {path} of the response {status} was removed.',
    'a property they may use is gone',
    'response-optional-property-added',
  ],
  [
    'response-required-property-added',
    n,
    'The required property {path} of the response {status} is new.',
    'a property more',
    'response-required-property-removed',
  ],
  [
    'response-optional-property-added',
    n,
    'The optional property {path} of the response {status} is new.',
    'a property more',
    'response-optional-property-removed',
  ],
  [
    'response-required-write-only-property-removed',
    n,
    'The required, write-only property {path} of the response {status} was removed.',
    'a write-only property is not sent',
    'response-required-write-only-property-added',
  ],
  [
    'response-required-write-only-property-added',
    n,
    'The required, write-only property {path} of the response {status} is new.',
    'a write-only property is not sent',
    'response-required-write-only-property-removed',
  ],
  [
    'response-optional-write-only-property-removed',
    n,
    'The optional, write-only property {path} of the response {status} was removed.',
    'a write-only property is not sent',
    'response-optional-write-only-property-added',
  ],
  [
    'response-optional-write-only-property-added',
    n,
    'The optional, write-only property {path} of the response {status} is new.',
    'a write-only property is not sent',
    'response-optional-write-only-property-removed',
  ],
  [
    'response-property-became-optional',
    b,
    'The property {path} of the response {status} may be missing now.',
    'a property they rely on may be missing',
    'request-property-became-optional',
  ],
  [
    'response-property-became-required',
    n,
    'The property {path} of the response {status} is always there now.',
    'a property is always there',
    'request-property-became-required',
  ],
  [
    'response-write-only-property-became-optional',
    n,
    'The write-only property {path} of the response {status} may be missing now.',
    'a write-only property is not sent',
    'response-write-only-property-became-required',
  ],
  [
    'response-write-only-property-became-required',
    n,
    'The write-only property {path} of the response {status} became required.',
    'a write-only property is not sent',
    'response-write-only-property-became-optional',
  ],
  [
    'response-write-only-property-enum-value-added',
    n,
    'The write-only property {path} of the response {status} allows the value {name} now.',
    'a write-only property is not sent',
    'request-property-enum-value-added',
  ],
  [
    'response-mediatype-enum-value-removed',
    n,
    'The body of the response {status} does not allow the value {name} any more.',
    'a value less in a list',
    'request-body-enum-value-removed',
  ],
];

/** Rules about properties that came, went, or became required. */
export const propertyRules: readonly Rule[] = [
  ...[...REQUEST, ...PARAMETER, ...announced('request', 'request')].map(row =>
    toRule(row, 'request'),
  ),
  ...[...RESPONSE, ...announced('response', 'response {status}')].map(row =>
    toRule(row, 'response'),
  ),
  ...(['request', 'response'] as const).flatMap(accessRules),
  ...(['request', 'response'] as const).flatMap(lifecycleRules),
];

function toRule(
  [id, severity, message, what, twin]: Row,
  side: 'request' | 'response',
): Rule {
  const purpose = purposeOf(side, severity, what);
  return { id, severity, side, message, purpose, twin };
}

/** `request-optional-property-became-read-only` and the like. */
function accessRules(side: 'request' | 'response'): Rule[] {
  const other = side === 'request' ? 'response' : 'request';
  return ['optional', 'required'].flatMap(need =>
    ['read-only', 'not-read-only', 'write-only', 'not-write-only'].map(
      state => {
        const id = `${need}-property-became-${state}`;
        const revealed =
          side === 'response' &&
          need === 'required' &&
          state === 'not-write-only';
        const severity = revealed ? d : n;
        const of = side === 'request' ? 'request' : 'response {status}';
        return toRule(
          [
            `${side}-${id}`,
            severity,
            `The ${need} property {path} of the ${of} became ${state}.`,
            `a property became ${state}`,
            `${other}-${id}`,
          ],
          side,
        );
      },
    ),
  );
}

/** Deprecation, sunset and stability of properties. */
function lifecycleRules(side: 'request' | 'response'): Rule[] {
  const other = side === 'request' ? 'response' : 'request';
  const of = side === 'request' ? 'request' : 'response {status}';
  const rows: [string, Severity, string, string][] = [
    ['deprecated', n, 'is deprecated', 'a property is deprecated'],
    [
      'deprecated-with-sunset',
      n,
      'is deprecated and goes on {sunset}',
      'a property is deprecated and says when it goes',
    ],
    [
      'deprecated-sunset-invalid',
      b,
      'is deprecated with a date nobody can read ({sunset})',
      'nobody can tell when a property goes',
    ],
    [
      'reactivated',
      n,
      'is not deprecated any more',
      'a property is not deprecated any more',
    ],
    [
      'stability-increased',
      n,
      'became more stable ({before} → {after})',
      'a property became more stable',
    ],
    [
      'stability-decreased',
      b,
      'became less stable ({before} → {after})',
      'a property may change more often than was promised',
    ],
  ];
  return rows.map(([change, severity, did, what]) =>
    toRule(
      [
        `${side}-property-${change}`,
        severity,
        `The property {path} of the ${of} ${did}.`,
        what,
        `${other}-property-${change}`,
      ],
      side,
    ),
  );
}
