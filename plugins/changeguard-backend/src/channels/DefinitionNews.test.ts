import { mockServices } from '@backstage/backend-test-utils';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { waitUntil } from '../__testUtils__/waitUntil';
import { DefinitionNews } from './DefinitionNews';

describe('DefinitionNews', () => {
  const told: SignalPayload[] = [];
  const newsWith = (publish: (signal: SignalPayload) => Promise<void>) => {
    const logger = mockServices.logger.mock();
    const news = new DefinitionNews({
      signals: { publish },
      logger,
      pauseMs: 20,
    });
    return { news, logger };
  };

  it('tells everybody once that there is something new, and names nothing', async () => {
    const { news } = newsWith(async signal => {
      told.push(signal);
    });
    for (let time = 0; time < 100; time++) news.changed();
    await waitUntil('it is told', () => told.length > 0);
    expect(told).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'changeguard-definitions',
        message: {},
      },
    ]);
    news.changed();
    await waitUntil('it is told again', () => told.length > 1);
    news.stop();
  });

  it('goes on when the portal has no signals at the moment', async () => {
    const { news, logger } = newsWith(async () => {
      throw new Error('No socket');
    });
    news.changed();
    await waitUntil('the log says so', () => logger.warn.mock.calls.length > 0);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/they poll/), expect.any(Error)],
    ]);
    news.stop();
  });

  it('stays quiet once it was stopped', () => {
    jest.useFakeTimers();
    try {
      const { news } = newsWith(async () => {});
      news.stop();
      news.changed();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
