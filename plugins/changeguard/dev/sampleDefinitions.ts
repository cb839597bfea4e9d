import type {
  DetectedFinding,
  Finding,
  SideBySide,
} from '@changeguard/backstage-plugin-changeguard-common';

const rest = `  /orders:
    get:
      responses:
        '200':
          description: All orders
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The order
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      required: [id, number]
      properties:
        id: { type: string, format: uuid }`;

const lines = (version: string, ...properties: string[]) =>
  [
    'openapi: 3.1.0',
    `info: { title: Orders API, version: '${version}' }`,
    'paths:',
    rest,
    ...properties.map(property => `        ${property}`),
  ].join('\n');

const number = 'number: { type: string }';
const counter = 'number: { type: integer }';
const legacyId = 'legacyId: { type: integer, deprecated: true }';
const purpose = 'Clients that read the property find nothing.';
const note = 'customerNote: { type: string, maxLength: 2000 }';

/** The definition of the orders API, from the first version on. */
export const definitions = [
  lines('1.0', number, legacyId),
  lines('1.1', number, legacyId, note),
  lines('2.0', counter, note),
  lines(
    '2.1',
    counter,
    note,
    "history: { $ref: '#/components/schemas/Order' }",
  ),
] as const;

const [, before, after] = definitions;
/** The line of a text in which a part of it is, from 1. */
const lineOf = (text: string, part: string) =>
  text.slice(0, text.indexOf(part)).split('\n').length;
const rangeOf = (text: string, part: string) => {
  const line = lineOf(text, part);
  return { startLine: line, endLine: line };
};

/** What version 2.0 of it breaks, as a change keeps it. */
export const legacyIdFinding: Omit<Finding, 'id'> = {
  rule: 'response-optional-property-removed',
  severity: 'breaking',
  side: 'response',
  pointer: '/paths/~1orders~1{id}/get/responses/200/legacyId',
  operation: 'GET /orders/{id}',
  before: legacyId,
  after: null,
  message: 'The property legacyId is gone from an order.',
  purpose,
  fingerprint: '5e'.repeat(32),
};

/** What else it breaks, in both operations that answer with orders. */
export const numberFindings: Omit<Finding, 'id'>[] = (
  [
    ['GET /orders', 'items/number'],
    ['GET /orders/{id}', 'number'],
  ] as const
).map(([operation, property], index) => ({
  rule: 'response-property-type-changed',
  severity: 'breaking',
  side: 'response',
  pointer: '/components/schemas/Order/properties/number/type',
  operation,
  before: '{"type":["string"]}',
  after: '{"type":["integer"]}',
  message: `The property ${property} of the response 200 has another type (string → integer).`,
  purpose: 'Clients may receive what they cannot handle: another type.',
  fingerprint: `${index + 1}f`.repeat(32),
}));

const asDetected = (
  finding: Omit<Finding, 'id'>,
  beforeRange: DetectedFinding['beforeRange'],
  afterRange: DetectedFinding['afterRange'],
): DetectedFinding => ({
  ...finding,
  purpose: finding.purpose ?? purpose,
  beforeRange,
  afterRange,
  engine: 'openapi',
  engineVersion: '1',
  accepted: null,
});

/** The same, as comparing the versions finds it. */
export const detected: DetectedFinding[] = [
  asDetected(legacyIdFinding, rangeOf(before, legacyId), null),
  ...numberFindings.map(finding =>
    asDetected(finding, rangeOf(before, number), rangeOf(after, counter)),
  ),
];

const at = (text: string, part: string) => {
  const line = lineOf(text, part);
  return { number: line, text: text.split('\n')[line - 1] };
};
const id = 'id: { type: string, format: uuid }';
const start = lineOf(before, id);

/** Version 2.0 beside the one before, around what it breaks. */
export const besideEachOther: SideBySide = {
  outcome: 'aligned',
  hunks: [
    {
      beforeStart: start,
      beforeLines: 4,
      afterStart: start,
      afterLines: 3,
      rows: [
        { kind: 'same', before: at(before, id), after: at(after, id) },
        {
          kind: 'changed',
          before: at(before, number),
          after: at(after, counter),
        },
        { kind: 'removed', before: at(before, legacyId), after: null },
        { kind: 'same', before: at(before, note), after: at(after, note) },
      ],
    },
  ],
  anchors: detected.map(({ fingerprint, beforeRange, afterRange }) => ({
    fingerprint,
    beforeLine: beforeRange?.startLine ?? null,
    afterLine: afterRange?.startLine ?? null,
    hunk: 0,
  })),
  omittedRows: 0,
};
