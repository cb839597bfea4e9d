import { mockServices } from '@backstage/backend-test-utils';
import { Round, WorkLoop } from './WorkLoop';

const hours = 3_600_000;

describe('WorkLoop', () => {
  const logger = mockServices.logger.mock();

  /** A loop whose rounds are let go one by one. */
  const stepwise = (pollMs: number, restMs?: number) => {
    const rounds: ((end: Round | Error) => void)[] = [];
    let noticed = () => {};
    const loop = new WorkLoop({
      name: 'The loop',
      pollMs,
      restMs,
      logger,
      work: () =>
        new Promise<Round>((resolve, reject) => {
          rounds.push(end =>
            end instanceof Error ? reject(end) : resolve(end),
          );
          noticed();
        }),
    });
    const round = async () => {
      if (rounds.length === 0) {
        await new Promise<void>(resolve => {
          noticed = resolve;
        });
      }
      return rounds.shift()!;
    };
    return { loop, round, rounds };
  };

  beforeEach(() => jest.clearAllMocks());

  it('works as long as there is more, and then waits to be woken', async () => {
    const { loop, round, rounds } = stepwise(hours);
    loop.start();
    (await round())('more');
    (await round())('idle');
    expect(rounds).toEqual([]);
    loop.wake();
    (await round())('idle');
    await loop.stop();
  });

  it('does not lose a call that comes while it works', async () => {
    const { loop, round } = stepwise(hours);
    loop.start();
    const first = await round();
    loop.wake();
    first('idle');
    const second = await round();
    expect(second).toBeDefined();
    second('idle');
    await loop.stop();
  });

  it('looks by itself after a while', async () => {
    const { loop, round } = stepwise(1);
    loop.start();
    (await round())('idle');
    const second = await round();
    expect(second).toBeDefined();
    second('idle');
    await loop.stop();
  });

  it('rests after work, hears after its rest who called, and is stopped at once', async () => {
    const { loop, round, rounds } = stepwise(hours, 20);
    loop.start();
    const started = performance.now();
    (await round())('idle');
    for (let call = 0; call < 3; call++) loop.wake();
    const second = await round();
    // Timers of Node may be a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
    second('idle');
    await loop.stop();
    expect(rounds).toEqual([]);
    const sleepy = stepwise(hours, hours);
    sleepy.loop.start();
    (await sleepy.round())('idle');
    await sleepy.loop.stop();
  });

  it('survives rounds that fail, and says it once', async () => {
    const { loop, round } = stepwise(1);
    loop.start();
    (await round())(new Error('Away'));
    (await round())(new Error('Still away'));
    (await round())('idle');
    const last = await round();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'The loop failed and tries again',
      new Error('Away'),
    );
    expect(logger.info).toHaveBeenCalledWith('The loop works again');
    last('idle');
    await loop.stop();
  });

  it('finishes the round in hand when it is stopped', async () => {
    const { loop, round } = stepwise(hours);
    loop.start();
    const end = await round();
    let stopped = false;
    const stopping = loop.stop().then(() => {
      stopped = true;
    });
    expect(stopped).toBe(false);
    end('more');
    await stopping;
    expect(stopped).toBe(true);
  });
});
