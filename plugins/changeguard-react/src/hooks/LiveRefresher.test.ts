import { LiveRefresher } from './LiveRefresher';

function hideTab(hidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: hidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('LiveRefresher', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    hideTab(false);
    jest.useRealTimers();
  });

  it('serves a burst of signals with one refresh', async () => {
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: true });
    refresher.ask();
    refresher.ask();
    refresher.ask();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    refresher.stop();
  });

  it('spreads what all pages are told at once', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: false });
    refresher.askWithin(2_000);
    await jest.advanceTimersByTimeAsync(1_100);
    expect(refresh).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(100);
    expect(refresh).toHaveBeenCalledTimes(1);
    refresher.stop();
    jest.restoreAllMocks();
  });

  it('does not let what is spread delay what is asked at once', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.9);
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: false });
    refresher.askWithin(2_000);
    refresher.ask();
    await jest.advanceTimersByTimeAsync(200);
    expect(refresh).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    refresher.stop();
    jest.restoreAllMocks();
  });

  it('refreshes once more when asked while it refreshes', async () => {
    let done = () => {};
    const refresh = jest.fn(
      () => new Promise<void>(resolve => (done = resolve)),
    );
    const refresher = new LiveRefresher(refresh, { hasSignals: true });
    refresher.ask();
    await jest.advanceTimersByTimeAsync(200);
    refresher.ask();
    refresher.ask();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(refresh).toHaveBeenCalledTimes(1);
    done();
    await jest.advanceTimersByTimeAsync(200);
    expect(refresh).toHaveBeenCalledTimes(2);
    refresher.stop();
  });

  it('catches up with what happened before the subscription stood', async () => {
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: true });
    await jest.advanceTimersByTimeAsync(2_500);
    expect(refresh).toHaveBeenCalledTimes(1);
    refresher.stop();
  });

  it('asks every 15 seconds in a portal without signals', async () => {
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: false });
    await jest.advanceTimersByTimeAsync(31_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    refresher.stop();
  });

  it('leaves a hidden tab alone and makes up for it when it is seen', async () => {
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: false });
    hideTab(true);
    refresher.ask();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refresh).not.toHaveBeenCalled();
    hideTab(false);
    await jest.advanceTimersByTimeAsync(200);
    expect(refresh).toHaveBeenCalledTimes(1);
    refresher.stop();
  });

  it('does nothing any more once stopped', async () => {
    const refresh = jest.fn(async () => {});
    const refresher = new LiveRefresher(refresh, { hasSignals: false });
    refresher.ask();
    refresher.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refresh).not.toHaveBeenCalled();
  });
});
