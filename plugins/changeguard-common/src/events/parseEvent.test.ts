import { parseEvent } from './parseEvent';

const change = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  entityRef: 'api:default/orders',
  ownerRefs: ['group:default/team-orders'],
  title: 'Remove legacyId',
  format: 'openapi',
  severity: 'breaking',
  status: 'announced',
  effectiveAt: null,
  version: 1,
};
const event = {
  specversion: '1.0',
  id: '01890a5d-ac96-774b-bcce-b302099a8058',
  source: '/changeguard',
  type: 'schema-change.announced',
  subject: change.id,
  time: '2026-11-22T10:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: 1,
  data: {
    change,
    actor: { type: 'user', ref: 'user:default/alice' },
    before: null,
    after: { title: 'Remove legacyId' },
    reason: null,
    requestId: null,
  },
};

describe('parseEvent', () => {
  it('reads what the outbox wrote', () => {
    expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('refuses a type it does not know, by its name', () => {
    expect(() =>
      parseEvent({ ...event, type: 'schema-change.exploded' }),
    ).toThrow(/schema-change\.exploded/);
    expect(() => parseEvent({ ...event, type: 'toString' })).toThrow(
      /toString/,
    );
  });

  it('refuses what is no event', () => {
    expect(() => parseEvent({ hello: 'world' })).toThrow(/Not an event/);
    expect(() =>
      parseEvent({ ...event, data: { ...event.data, actor: null } }),
    ).toThrow(/Malformed schema-change\.announced/);
  });
});
