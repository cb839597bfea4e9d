import {
  defaultPreferences,
  Preferences,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  Candidate,
  decideRecipients,
  RecipientFacts,
} from './decideRecipients';

const candidate = (
  userRef: string,
  rest: Partial<Candidate> = {},
): Candidate => ({ userRef, type: 'announced', reason: 'you own it', ...rest });

const decide = (facts: Partial<RecipientFacts>) =>
  decideRecipients({
    topic: 'breaking-change',
    candidates: [],
    actorRef: null,
    muted: new Set(),
    preferences: new Map(),
    ...facts,
  });

const choosing = (preferences: Partial<Preferences>) =>
  new Map([['a', { ...defaultPreferences, ...preferences }]]);

describe('decideRecipients', () => {
  it('tells everybody with a reason once, for the strongest', () => {
    expect(
      decide({
        candidates: [
          candidate('a', { type: 'mentioned', reason: 'you were mentioned' }),
          candidate('b'),
          candidate('a'),
        ],
      }),
    ).toEqual([
      {
        userRef: 'a',
        type: 'mentioned',
        reason: 'you were mentioned',
        inApp: true,
        email: true,
      },
      expect.objectContaining({ userRef: 'b' }),
    ]);
  });

  it('never tells the actor, nor who muted the entity', () => {
    expect(
      decide({
        candidates: ['a', 'b', 'c'].map(ref => candidate(ref)),
        actorRef: 'a',
        muted: new Set(['b']),
      }).map(({ userRef }) => userRef),
    ).toEqual(['c']);
  });

  it('asks each person’s preferences per topic and channel', () => {
    const preferences = choosing({
      topics: {
        ...defaultPreferences.topics,
        'breaking-change': { inApp: false, email: true },
      },
    });
    const candidates = [candidate('a')];
    expect(decide({ candidates, preferences })).toMatchObject([
      { inApp: false, email: true },
    ]);
    expect(
      decide({ candidates, preferences, topic: 'discussion' }),
    ).toMatchObject([{ inApp: true, email: true }]);
  });

  it('sends no mail to who switched all of it off', () => {
    expect(
      decide({
        candidates: [candidate('a')],
        preferences: choosing({ email: false }),
      }),
    ).toMatchObject([{ inApp: true, email: false }]);
  });

  it('takes the default for a topic that is younger than the preferences', () => {
    const { discussion: _, ...older } = defaultPreferences.topics;
    const preferences = choosing({ topics: older as Preferences['topics'] });
    expect(
      decide({
        candidates: [candidate('a')],
        topic: 'discussion',
        preferences,
      }),
    ).toMatchObject([{ inApp: true, email: true }]);
  });
});
