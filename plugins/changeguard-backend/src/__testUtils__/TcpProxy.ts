import { AddressInfo, connect, createServer, Server, Socket } from 'net';

/** A connection to a server that a test can freeze, cut, and have appear late. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private server?: Server;
  private frozen = false;
  private wantedPort = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  /** Starts listening, on the same port as before when it did so before. */
  async open(): Promise<number> {
    const server = createServer(inbound => this.join(inbound));
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
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  /** Cuts all connections and takes no new ones. */
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>(resolve =>
      this.server ? this.server.close(() => resolve()) : resolve(),
    );
  }

  private join(inbound: Socket): void {
    const outbound = connect(this.target);
    for (const [from, to] of [
      [inbound, outbound],
      [outbound, inbound],
    ]) {
      this.sockets.add(from);
      from.on('data', data => to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.frozen) from.pause();
    }
  }
}
