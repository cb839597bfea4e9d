import { mockCredentials } from '@backstage/backend-test-utils';
import {
  mayAnswer,
  mayComment,
  mayEdit,
  mayEditComment,
  mayRecord,
  maySeeByStanding,
  RuledChange,
  visibleWithEntity,
} from './domainRules';
import { Viewer } from '../Viewer';

const person = (name: string, ...claims: string[]): Viewer => ({
  type: 'user',
  ref: `user:default/${name}`,
  claims: [`user:default/${name}`, ...claims],
  via: null,
  credentials: mockCredentials.user(`user:default/${name}`),
});
const pipeline: Viewer = {
  type: 'service',
  ref: 'external:pipeline',
  claims: [],
  via: null,
  credentials: mockCredentials.service(),
};
const alice = person('alice', 'group:default/orders-team');
const bob = person('bob', 'group:default/checkout-team');
const change = (fields: Partial<RuledChange> = {}): RuledChange => ({
  announced_at: new Date(0),
  created_by: 'user:default/alice',
  owner_refs: ['group:default/orders-team'],
  owns_consumer: false,
  recorded_as: [],
  ...fields,
});

describe('the rules of the domain', () => {
  it('show what was never announced to its author and the provider’s people, whoever sees the entity', () => {
    const draft = change({ announced_at: null });
    expect(visibleWithEntity(draft)).toBe(false);
    expect(maySeeByStanding(alice, draft)).toBe(true);
    expect(maySeeByStanding(person('alice'), draft)).toBe(true);
    expect(maySeeByStanding(bob, draft)).toBe(false);
    expect(maySeeByStanding(bob, { ...draft, owns_consumer: true })).toBe(
      false,
    );
    expect(maySeeByStanding(bob, { ...draft, recorded_as: ['provider'] })).toBe(
      true,
    );
    expect(maySeeByStanding(pipeline, draft)).toBe(false);
    expect(
      maySeeByStanding(pipeline, { ...draft, created_by: pipeline.ref }),
    ).toBe(true);
  });

  it('show an announced change to those it concerns, and to whoever sees the entity', () => {
    expect(visibleWithEntity(change())).toBe(true);
    expect(maySeeByStanding(bob, change())).toBe(false);
    expect(maySeeByStanding(bob, change({ owns_consumer: true }))).toBe(true);
    expect(maySeeByStanding(bob, change({ recorded_as: ['consumer'] }))).toBe(
      true,
    );
  });

  it('let the provider’s owners and services record, and owners alone edit', () => {
    expect(mayRecord(alice, ['group:default/orders-team'])).toBe(true);
    expect(mayRecord(bob, ['group:default/orders-team'])).toBe(false);
    expect(mayRecord(bob, [])).toBe(false);
    expect(mayRecord(pipeline, [])).toBe(true);
    expect(mayEdit(alice, change())).toBe(true);
    expect(mayEdit(bob, change({ recorded_as: ['provider'] }))).toBe(false);
    expect(mayEdit(pipeline, change())).toBe(false);
  });

  it('let people discuss and answer, never services', () => {
    expect(mayComment(bob)).toBe(true);
    expect(mayComment(pipeline)).toBe(false);
    expect(mayAnswer(bob, { stands_behind: true })).toBe(true);
    expect(mayAnswer(bob, { stands_behind: false })).toBe(false);
    expect(mayAnswer(pipeline, { stands_behind: true })).toBe(false);
  });

  it('let authors change their comments while these are there', () => {
    const comment = { author: bob.ref, deleted_at: null };
    expect(mayEditComment(bob, comment)).toBe(true);
    expect(mayEditComment(alice, comment)).toBe(false);
    expect(mayEditComment(bob, { ...comment, deleted_at: new Date(0) })).toBe(
      false,
    );
  });
});
