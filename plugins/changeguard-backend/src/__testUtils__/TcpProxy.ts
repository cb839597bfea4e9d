import { Abortable } from 'events';
import { AddressInfo, connect, createServer, Server, Socket } from 'net';
import { Transform } from 'stream';
import { pipeline } from 'stream/promises';
import { setTimeout as delay } from 'timers/promises';

/** What one side sent, and when the other may have it. */
interface Late {
  chunk: Buffer;
  due: number;
}

/** Chunks under way in one direction, at most; whoever sends more waits, as for a slow network. */
const underWay = 64;

/** A connection to a server that a test can slow down, freeze, reset, cut, and have appear late. */
export class TcpProxy {
  /** Milliseconds that everything is on its way from now on, in each direction. */
  latencyMs = 0;
  private readonly sockets = new Set<Socket>();
  private server?: Server;
  private wantedPort = 0;
  /** Resolves when what comes may pass. */
  private passing: Promise<void> = Promise.resolve();
  private letPass: () => void = () => {};

  constructor(private readonly target: { host: string; port: number }) {}

  /** Starts listening, on the same port as before when it did so before. */
  async open(): Promise<number> {
    // Who has said everything may still listen, on either side.
    const server = createServer({ allowHalfOpen: true }, inbound =>
      this.join(inbound),
    );
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.wantedPort, '127.0.0.1', resolve);
    });
    this.wantedPort = (server.address() as AddressInfo).port;
    return this.wantedPort;
  }

  /** Connections stay open, and nothing comes through any more. */
  freeze(): void {
    this.thaw();
    this.passing = new Promise(resolve => {
      this.letPass = resolve;
    });
  }

  thaw(): void {
    this.letPass();
    this.passing = Promise.resolve();
  }

  /** Breaks all connections off with RST, which drops what is under way; takes new ones. */
  reset(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Cuts all connections and takes no new ones. */
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>(resolve =>
      this.server ? this.server.close(() => resolve()) : resolve(),
    );
  }

  private join(inbound: Socket): void {
    const outbound = connect({ ...this.target, allowHalfOpen: true });
    this.carry(inbound, outbound);
    this.carry(outbound, inbound);
  }

  private carry(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay();
    from.once('close', () => this.sockets.delete(from));
    pipeline(
      from,
      this.stamp(),
      (late: AsyncIterable<Late>, options?: Abortable) =>
        this.inTime(late, options?.signal),
      to,
    ).catch(() => {
      // What befell one side befalls the other; closing it is all there is to do about it.
      from.destroy();
      to.destroy();
    });
  }

  /** Notes when each chunk came, so that those which came together are late together. */
  private stamp(): Transform {
    return new Transform({
      readableObjectMode: true,
      readableHighWaterMark: underWay,
      transform: (chunk: Buffer, _, done) =>
        done(null, { chunk, due: performance.now() + this.latencyMs }),
    });
  }

  private async *inTime(
    late: AsyncIterable<Late>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Buffer> {
    for await (const { chunk, due } of late) {
      const ms = due - performance.now();
      if (ms > 0) await delay(ms, undefined, { signal });
      await this.passing;
      yield chunk;
    }
  }
}
