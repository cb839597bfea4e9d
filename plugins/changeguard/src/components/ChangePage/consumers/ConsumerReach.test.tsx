import { renderInTestApp } from '@backstage/frontend-test-utils';
import { AffectedConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import { sampleConsumer } from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { cleanup, screen } from '@testing-library/react';
import { ConsumerReach } from './ConsumerReach';

const nothing = {
  delivered: 0,
  pending: 0,
  failed: 0,
  refused: 0,
  undeliverable: 0,
};

async function textOf(consumer: Partial<AffectedConsumer>) {
  cleanup();
  renderInTestApp(
    <article>
      <ConsumerReach consumer={sampleConsumer(consumer)} />
    </article>,
  );
  return (await screen.findByRole('article')).textContent;
}

describe('ConsumerReach', () => {
  it('names the channels by which something arrived, and counts where not everything did', async () => {
    const channels = {
      backstage: { ...nothing, delivered: 3 },
      email: { ...nothing, delivered: 1, pending: 1 },
      pager: { ...nothing, failed: 1 },
    };
    expect(await textOf({ reach: { people: 3, channels } })).toBe(
      'Reached: In the portal · By mail (1 of 2 messages)',
    );
  });

  it('says why nothing arrived, and by which channel it was tried', async () => {
    const channels = { email: { ...nothing, failed: 1 } };
    expect(await textOf({ reach: { people: 1, channels } })).toBe(
      'Not reached: every attempt failed (By mail)',
    );
  });

  it('draws nothing where nobody is to be reached', async () => {
    expect(await textOf({ reachable: false })).toBe('');
    expect(await textOf({ left: true })).toBe('');
  });
});
