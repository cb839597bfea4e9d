import { notificationTypes } from '@changeguard/backstage-plugin-changeguard-common';
import { randomIds } from '../ports/Ids';
import { sampleEvent } from '../__testUtils__/sampleEvent';
import { cut, notificationText, TextFacts } from './notificationText';

const facts = (rest: Partial<TextFacts> = {}): TextFacts => ({
  event: sampleEvent('audience.snapshotted', {
    audience: {
      causedBy: randomIds.next(),
      announcedBy: { type: 'user', ref: 'user:default/alice' },
      state: 'complete',
      consumers: 1,
      people: 1,
    },
  }),
  change: {
    title: 'Column orders.note goes away',
    entity_ref: 'api:default/orders',
    description: 'Nobody writes it\n\nsince spring.',
    effective_at: new Date('2026-03-01T00:00:00Z'),
    replacement: 'orders.remarks',
  },
  comment: null,
  actorName: null,
  ...rest,
});

describe('notificationText', () => {
  it('says what changes, when, and what to use instead', () => {
    expect(notificationText('announced', facts())).toEqual({
      title: 'orders is about to change: Column orders.note goes away',
      body: 'Takes effect on 2026-03-01. Use orders.remarks instead. Nobody writes it since spring.',
    });
  });

  it('says who wrote a comment, and how it begins', () => {
    const event = sampleEvent('comment.added', {
      comment: {
        id: randomIds.next(),
        author: 'user:default/alice',
        mentions: [],
      },
    });
    const comment = { author: 'user:default/alice', body: 'Until **when**?' };
    expect(notificationText('commented', facts({ event, comment }))).toEqual({
      title: 'alice commented on: Column orders.note goes away',
      body: 'Until when?',
    });
    expect(notificationText('mentioned', facts({ event, comment })).title).toBe(
      'alice mentioned you: Column orders.note goes away',
    );
    expect(
      notificationText(
        'commented',
        facts({ event, comment, actorName: 'Alice Moreau' }),
      ).title,
    ).toBe('Alice Moreau commented on: Column orders.note goes away');
  });

  it('says what a consumer answered', () => {
    const event = sampleEvent('consumer.answered', {
      after: { state: 'blocked', note: 'We wait for the vendor' },
      consumer: {
        id: randomIds.next(),
        entityRef: 'component:default/checkout',
        answer: 'blocked',
      },
    });
    expect(notificationText('answered', facts({ event }))).toEqual({
      title: 'checkout is blocked by: Column orders.note goes away',
      body: 'We wait for the vendor',
    });
  });

  it('gives the reason of a move', () => {
    const event = sampleEvent('schema-change.withdrawn', {
      reason: 'We keep the column',
    });
    expect(notificationText('withdrawn', facts({ event }))).toEqual({
      title: 'Withdrawn: Column orders.note goes away',
      body: 'We keep the column',
    });
  });

  it.each(notificationTypes)('keeps %s short and on one line', type => {
    const base = facts();
    const long = notificationText(type, {
      ...base,
      change: {
        ...base.change,
        title: `A\nvery ${'long '.repeat(100)}title`,
        description: 'x'.repeat(20_000),
      },
    });
    expect(long.title.length).toBeLessThanOrEqual(255);
    expect(long.title).not.toMatch(/\n/);
    expect(long.body.length).toBeLessThanOrEqual(1_000);
  });

  it('names an actor that is no catalog entity by its subject', () => {
    const event = sampleEvent('comment.added', {
      actor: { type: 'service', ref: 'plugin:ci' },
      comment: { id: randomIds.next(), author: 'plugin:ci', mentions: [] },
    });
    expect(notificationText('commented', facts({ event })).title).toMatch(
      /commented on: Column/,
    );
  });

  it('cuts between whole characters', () => {
    expect(cut('short', 5)).toBe('short');
    expect(cut('longer', 5)).toBe('long…');
    expect(cut('ab👩👩👩', 5)).toBe('ab👩…');
  });
});
