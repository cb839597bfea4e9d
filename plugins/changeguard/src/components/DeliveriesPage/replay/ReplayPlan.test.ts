import { sampleDelivery } from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { readDeliveryFilters } from '../deliveryFilters';
import { planMatching } from './ReplayPlan';

const summary = {
  channels: ['email', 'backstage'].map(channel => ({
    channel,
    pending: 7,
    retrying: 7,
    dead: 20,
    undeliverable: 3,
    oldestDueAt: null,
  })),
  outbox: { unpublished: 0, oldestAt: null },
};

function plan(search: string, hasMore = true) {
  return planMatching(readDeliveryFilters(new URLSearchParams(search)), {
    deliveries: [
      sampleDelivery({ state: 'dead' }),
      sampleDelivery({ state: 'pending' }),
    ],
    hasMore,
    summary,
  });
}

describe('planMatching', () => {
  it('counts what the summary knows', () => {
    expect(plan('')).toMatchObject({ count: 46, exact: true });
    expect(plan('state=dead&state=retrying')).toMatchObject({ count: 40 });
    expect(plan('channel=email&state=undeliverable')).toMatchObject({
      count: 3,
      exact: true,
    });
  });

  it('says that it does not know how many match narrower filters', () => {
    expect(plan('recipient=user:default/ann')).toMatchObject({
      count: 1,
      exact: false,
    });
    expect(plan('recipient=user:default/ann', false)).toMatchObject({
      count: 1,
      exact: true,
    });
  });

  it('makes one call for each channel, without a state for both', () => {
    expect(
      plan('channel=email&channel=pager&state=dead&state=undeliverable').calls,
    ).toEqual([
      expect.objectContaining({ channel: 'email', state: undefined }),
      expect.objectContaining({ channel: 'pager', state: undefined }),
    ]);
  });

  it('has nothing to do for what can not be replayed', () => {
    expect(plan('state=retrying').calls).toEqual([]);
    expect(plan('view=all').calls).toHaveLength(1);
  });
});
