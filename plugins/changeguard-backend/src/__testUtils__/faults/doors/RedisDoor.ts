import { once } from 'events';
import { AddressInfo, connect, createServer, Server, Socket } from 'net';
import { FaultMode, FaultPlan } from '../FaultPlan';
import { Life } from '../Life';

/** Commands with which a client introduces itself; how often depends on how often it connects. */
const introductions = new Set(['INFO', 'CLIENT', 'HELLO']);

/** Names of the commands in what a client sends, each an array of strings in Redis's protocol. */
function commandsIn(chunk: Buffer): string[] {
  return [...chunk.toString('latin1').matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)].map(
    ([, name]) => name.toUpperCase(),
  );
}

/** Stands before a real Redis as a server of its own, so that clients are as they are: every command is a point. */
export class RedisDoor {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly url: URL,
    private readonly plan: FaultPlan,
    private readonly life: Life,
  ) {
    this.server = createServer(inbound => this.join(inbound));
    this.life.onEnd(() => this.close());
  }

  /** @returns the address for the client */
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const { port } = this.server.address() as AddressInfo;
    return `redis://127.0.0.1:${port}`;
  }

  close(): void {
    this.server.close();
    this.sockets.forEach(socket => socket.destroy());
  }

  private join(inbound: Socket): void {
    const outbound = connect(Number(this.url.port), this.url.hostname);
    let mode: FaultMode | null = null;
    const cut = () => [inbound, outbound].forEach(socket => socket.destroy());
    inbound.on('data', (chunk: Buffer) => {
      for (const command of commandsIn(chunk)) {
        if (introductions.has(command)) continue;
        mode ??= this.plan.pass(`redis: ${command}`);
      }
      if (mode === 'before') cut();
      else outbound.write(chunk);
    });
    outbound.on('data', chunk => {
      if (mode === 'abandon') this.life.end();
      else if (mode === 'after') cut();
      else if (mode !== 'hang') inbound.write(chunk);
    });
    for (const socket of [inbound, outbound]) {
      this.sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        this.sockets.delete(socket);
        cut();
      });
    }
  }
}
