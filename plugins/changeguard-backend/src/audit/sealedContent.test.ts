import { AuditRecordRow } from '../database/auditTables';
import { remainderOf, saysWhatWasSealed } from './sealedContent';

const record: AuditRecordRow = {
  id: '018f0000-0000-7000-8000-000000000001',
  position: '7',
  event_id: null,
  change_id: null,
  sequence: 3,
  entity_ref: 'api:default/orders',
  actor: 'erased',
  actor_type: 'user',
  on_behalf_of: null,
  action: 'comment.added',
  outcome: 'success',
  before: null,
  after: null,
  reason: null,
  request_id: null,
  origin: 'http',
  address: null,
  user_agent: null,
  at: new Date('2026-11-25T10:00:00.000Z'),
  canonical: null,
  salt: Buffer.from('0a0b', 'hex'),
  erased_at: new Date('2026-11-26T10:00:00.000Z'),
};

describe('what an erasure left', () => {
  it('is digested as it always was, whatever columns there are since', () => {
    const later = { ...record, region: 'eu' };
    const { salt, bytes } = remainderOf(later);
    expect(salt.toString('hex')).toBe('0a0b');
    expect(bytes.toString()).toBe(
      '{"id":"018f0000-0000-7000-8000-000000000001","eventId":null,"changeId":null,"sequence":3,"at":"2026-11-25T10:00:00.000Z",' +
        '"actor":"erased","actorType":"user","onBehalfOf":null,"action":"comment.added","outcome":"success","entityRef":"api:default/orders",' +
        '"before":null,"after":null,"reason":null,"requestId":null,"origin":"http","address":null,"userAgent":null,"erasedAt":"2026-11-26T10:00:00.000Z"}',
    );
  });
});

describe('what was sealed', () => {
  it.each(['no JSON', '', '{"id":', 'null', '[]'])(
    'is not said by columns when it is %j',
    canonical => {
      expect(saysWhatWasSealed({ ...record, canonical })).toBe(false);
    },
  );
});
