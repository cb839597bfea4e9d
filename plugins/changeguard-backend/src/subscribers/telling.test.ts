import {
  ChangeGuardEventType,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import { randomIds } from '../ports/Ids';
import { sampleEvent } from '../__testUtils__/sampleEvent';
import { tellingOf } from './telling';

const consumer = { id: randomIds.next(), entityRef: 'component:default/web' };
const comment = {
  id: randomIds.next(),
  author: 'user:default/a',
  mentions: [],
};
const extra: Partial<Record<ChangeGuardEventType, Record<string, unknown>>> = {
  'audience.snapshotted': {
    audience: {
      causedBy: randomIds.next(),
      announcedBy: { type: 'user', ref: 'user:default/alice' },
      state: 'complete',
      consumers: 1,
      people: 1,
    },
  },
  'consumer.identified': { consumer },
  'consumer.left': { consumer },
  'consumer.answered': { consumer: { ...consumer, answer: 'migrated' } },
  'comment.added': { comment },
  'comment.edited': { comment },
  'comment.deleted': { comment },
};
const event = (type: ChangeGuardEventType, data = {}) =>
  sampleEvent(type, { ...extra[type], ...data });
const announced = {
  status: 'announced',
  source: 'manual',
  announced_at: new Date(),
} as const;

describe('tellingOf', () => {
  it('tells of an announced change what people must know', () => {
    expect(
      Object.fromEntries(
        changeGuardEventTypes.map(type => [
          type,
          tellingOf(event(type), announced)?.type ?? null,
        ]),
      ),
    ).toEqual({
      'schema-change.recorded': null,
      'schema-change.updated': null,
      // Told on when it is known whom it affects.
      'schema-change.announced': null,
      'schema-change.released': 'released',
      'schema-change.resolved': 'resolved',
      'schema-change.withdrawn': 'withdrawn',
      'schema-change.reopened': 'reopened',
      'schema-change.deleted': null,
      'audience.snapshotted': 'announced',
      'consumer.identified': 'announced',
      'consumer.left': null,
      'consumer.answered': 'answered',
      'comment.added': 'commented',
      'comment.edited': 'mentioned',
      'comment.deleted': null,
    });
  });

  it('tells nobody of a change that ended before anybody had heard of it', () => {
    expect(
      tellingOf(event('audience.snapshotted'), {
        ...announced,
        status: 'withdrawn',
      }),
    ).toBeNull();
  });

  it('tells nobody that a draft was withdrawn', () => {
    expect(
      tellingOf(event('schema-change.withdrawn'), {
        ...announced,
        status: 'withdrawn',
        announced_at: null,
      }),
    ).toBeNull();
  });

  it('tells the owners of a draft that was detected, not of one that they wrote', () => {
    const draft = {
      status: 'draft',
      announced_at: null,
      source: 'catalog',
    } as const;
    const recorded = event('schema-change.recorded');
    expect(tellingOf(recorded, draft)?.type).toBe('draft-detected');
    expect(tellingOf(recorded, { ...draft, source: 'manual' })).toBeNull();
  });

  it('does not tell a consumer again that had left and is back', () => {
    const back = event('consumer.identified', { before: { left: true } });
    expect(tellingOf(back, announced)).toBeNull();
  });
});
