import { sampleConsumer } from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { notReached } from './notReached';

const nothing = {
  delivered: 0,
  pending: 0,
  failed: 0,
  refused: 0,
  undeliverable: 0,
};
const withReach = (channels: Record<string, Partial<typeof nothing>>) =>
  sampleConsumer({
    reach: {
      people: 2,
      channels: Object.fromEntries(
        Object.entries(channels).map(([id, count]) => [
          id,
          { ...nothing, ...count },
        ]),
      ),
    },
  });
const whyOf = (consumer: ReturnType<typeof sampleConsumer>) =>
  notReached([consumer]).map(({ why }) => why);

describe('notReached', () => {
  it('leaves out who was reached on any channel', () => {
    expect(
      whyOf(withReach({ email: { failed: 2 }, backstage: { delivered: 1 } })),
    ).toEqual([]);
  });

  it('tells what is on its way from what failed and what could never be sent', () => {
    expect(
      whyOf(
        withReach({ email: { undeliverable: 1 }, backstage: { pending: 1 } }),
      ),
    ).toEqual(['pending']);
    expect(
      whyOf(withReach({ email: { failed: 1, undeliverable: 1 } })),
    ).toEqual(['givenUp']);
    expect(
      whyOf(withReach({ email: { failed: 1, refused: 1, undeliverable: 1 } })),
    ).toEqual(['refused']);
    expect(whyOf(withReach({ email: { undeliverable: 1 } }))).toEqual([
      'undeliverable',
    ]);
    expect(whyOf(withReach({}))).toEqual(['notTold']);
  });

  it('names the channels of which it is true', () => {
    const consumer = withReach({
      backstage: { failed: 1 },
      email: { undeliverable: 1 },
    });
    expect(notReached([consumer])).toMatchObject([
      { why: 'givenUp', channels: ['backstage'] },
    ]);
  });

  it('says when nobody stands behind a consumer, and forgives one that has left', () => {
    expect(whyOf(sampleConsumer({ reachable: false }))).toEqual(['nobody']);
    expect(whyOf(sampleConsumer({ left: true }))).toEqual([]);
  });
});
