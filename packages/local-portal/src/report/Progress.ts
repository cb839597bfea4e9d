/**
 * Tells a person how far things are: a line when something begins, a line every ten seconds while it
 * lasts, a line when it is done.
 *
 * @public
 */
export class Progress {
  readonly #write: (line: string) => void;

  /** @param write - takes one line; by default it goes to standard error */
  constructor(
    write: (line: string) => void = line => process.stderr.write(`${line}\n`),
  ) {
    this.#write = write;
  }

  /** Says one line. */
  say(line: string): void {
    this.#write(`  ${line}`);
  }

  /** Does something and says how long it takes; what it throws passes through. */
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const seconds = () =>
      `${((performance.now() - started) / 1000).toFixed(1)} s`;
    this.say(`${what} …`);
    const heartbeat = setInterval(
      () => this.say(`${what} … ${seconds()}`),
      10_000,
    );
    try {
      const result = await work();
      this.say(`${what}: done in ${seconds()}`);
      return result;
    } finally {
      clearInterval(heartbeat);
    }
  }
}
