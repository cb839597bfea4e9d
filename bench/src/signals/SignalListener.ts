/** The channel of ChangeGuard's signals. */
const CHANNEL = 'changeguard';

/** What the portal sends to a browser. */
interface Sent {
  channel?: string;
  message?: { changeId?: string };
}

/** Hears ChangeGuard's signals at one backend as a browser of one person does, over a WebSocket. */
export class SignalListener {
  readonly #socket: WebSocket;
  /** When the first signal about a change came, by `performance.now()`. */
  readonly #heard = new Map<string, number>();
  #onSignal: () => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const at = performance.now();
      const { channel, message } = JSON.parse(String(data)) as Sent;
      const id = message?.changeId;
      if (channel !== CHANNEL || !id || this.#heard.has(id)) return;
      this.#heard.set(id, at);
      this.#onSignal();
    });
  }

  /** @throws Error - when the backend does not take the connection */
  static async open(baseUrl: string, token: string): Promise<SignalListener> {
    const url = `${baseUrl.replace(/^http/, 'ws')}/api/signals`;
    // Who it is goes where a browser can put it: into the protocol.
    const socket = new WebSocket(url, token);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () =>
        reject(new Error(`There is no WebSocket at ${url}`)),
      );
    });
    socket.send(JSON.stringify({ action: 'subscribe', channel: CHANNEL }));
    return new SignalListener(socket);
  }

  /** When the first signal about a change came, by `performance.now()`; undefined when none comes in time. */
  async heard(
    changeId: string,
    patienceMs: number,
  ): Promise<number | undefined> {
    const patience = new Promise<void>(resolve => {
      const timer = setTimeout(resolve, patienceMs);
      this.#onSignal = () => {
        if (!this.#heard.has(changeId)) return;
        clearTimeout(timer);
        resolve();
      };
      this.#onSignal();
    });
    await patience;
    this.#onSignal = () => {};
    return this.#heard.get(changeId);
  }

  close(): void {
    this.#socket.close();
  }
}
