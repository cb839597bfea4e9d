import type {
  DetectedFinding,
  Finding,
  SideBySide,
} from '@changeguard/backstage-plugin-changeguard-common';

const rest = `  /orders/{id}:
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
        id: { type: string, format: uuid }
        number: { type: string }`;

const lines = (version: string, ...properties: string[]) =>
  [
    'openapi: 3.1.0',
    `info: { title: Orders API, version: '${version}' }`,
    'paths:',
    rest,
    ...properties.map(property => `        ${property}`),
  ].join('\n');

const legacyId = 'legacyId: { type: integer, deprecated: true }';
const purpose = 'Clients that read the property find nothing.';
const note = 'customerNote: { type: string, maxLength: 2000 }';

/** The definition of the orders API, from the first version on. */
export const definitions = [
  lines('1.0', legacyId),
  lines('1.1', legacyId, note),
  lines('2.0', note),
  lines('2.1', note, "history: { $ref: '#/components/schemas/Order' }"),
] as const;

/** What version 2.0 of it breaks, as a change keeps it. */
export const legacyIdFinding: Omit<Finding, 'id'> = {
  rule: 'response-optional-property-removed',
  severity: 'breaking',
  side: 'response',
  pointer: '/paths/~1orders~1{id}/get/responses/200/legacyId',
  before: legacyId,
  after: null,
  message: 'The property legacyId is gone from an order.',
  purpose,
  fingerprint: '5e'.repeat(32),
};

/** The same, as comparing the versions finds it. */
export const legacyIdGone: DetectedFinding = {
  ...legacyIdFinding,
  purpose,
  operation: 'GET /orders/{id}',
  beforeRange: { startLine: 21, endLine: 21 },
  afterRange: null,
  engine: 'openapi',
  engineVersion: '1',
  accepted: null,
};

/** Version 2.0 beside the one before, around what it breaks. */
export const besideEachOther: SideBySide = {
  outcome: 'aligned',
  hunks: [
    {
      beforeStart: 19,
      beforeLines: 4,
      afterStart: 19,
      afterLines: 3,
      rows: [
        {
          kind: 'same',
          before: {
            number: 19,
            text: '        id: { type: string, format: uuid }',
          },
          after: {
            number: 19,
            text: '        id: { type: string, format: uuid }',
          },
        },
        {
          kind: 'same',
          before: { number: 20, text: '        number: { type: string }' },
          after: { number: 20, text: '        number: { type: string }' },
        },
        {
          kind: 'removed',
          before: { number: 21, text: `        ${legacyId}` },
          after: null,
        },
        {
          kind: 'same',
          before: { number: 22, text: `        ${note}` },
          after: { number: 21, text: `        ${note}` },
        },
      ],
    },
  ],
  anchors: [
    {
      fingerprint: legacyIdGone.fingerprint,
      beforeLine: 21,
      afterLine: null,
      hunk: 0,
    },
  ],
  omittedRows: 0,
};
