/** Signals of one action arrive in a burst; this long after the first, in milliseconds, one refresh serves them all. */
const BURST = 150;
/** The portal's signal client needs up to a second to connect, and what happens meanwhile is not sent to it. */
const CATCH_UP = 2_000;
const POLL_WITH_SIGNALS = 30_000;
const POLL_WITHOUT_SIGNALS = 15_000;

/**
 * Decides when what a page shows is loaded again. Its states: *idle*, until asked or until the poll's time comes; *due*, for the
 * length of a burst; *running*, in which being asked once more makes it due again afterwards; *missed*, asked while
 * the tab was hidden, until it is seen; *stopped*.
 */
export class LiveRefresher {
  private due?: ReturnType<typeof setTimeout>;
  /** When that is, by `performance.now()`. */
  private dueAt = 0;
  private poll?: ReturnType<typeof setTimeout>;
  private running = false;
  private again = false;
  private missed = false;
  private stopped = false;

  constructor(
    private readonly refresh: () => Promise<void>,
    private readonly options: { hasSignals: boolean },
  ) {
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('online', this.seen);
    if (options.hasSignals) this.poll = setTimeout(this.ask, CATCH_UP);
    else this.schedulePoll();
  }

  /** Something has changed. */
  readonly ask = () => this.askWithin(0);

  /**
   * Something has changed, and every open page is told so at once: each asks at a moment of its own.
   *
   * @param spreadMs - how far apart those moments are, in milliseconds
   */
  askWithin(spreadMs: number): void {
    if (this.stopped) return;
    if (document.hidden) {
      this.missed = true;
      return;
    }
    if (this.running) {
      this.again = true;
      return;
    }
    const delay = BURST + spreadMs * Math.random();
    const at = performance.now() + delay;
    if (this.due && this.dueAt <= at) return;
    clearTimeout(this.due);
    this.due = setTimeout(this.run, delay);
    this.dueAt = at;
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.due);
    clearTimeout(this.poll);
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('online', this.seen);
  }

  private readonly seen = () => {
    if (document.hidden) return;
    if (this.missed) {
      this.missed = false;
      this.ask();
    }
  };

  private readonly run = async () => {
    this.due = undefined;
    this.running = true;
    try {
      await this.refresh();
    } finally {
      this.running = false;
      if (this.again) {
        this.again = false;
        this.ask();
      }
      this.schedulePoll();
    }
  };

  private schedulePoll() {
    clearTimeout(this.poll);
    if (this.stopped) return;
    this.poll = setTimeout(
      this.ask,
      this.options.hasSignals ? POLL_WITH_SIGNALS : POLL_WITHOUT_SIGNALS,
    );
  }
}
