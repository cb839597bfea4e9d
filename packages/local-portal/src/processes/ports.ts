import { createServer } from 'node:net';

/** The one address that everything here listens on. */
export const LOOPBACK = '127.0.0.1';

/** Whether nobody listens on a port of this machine. */
export async function isFree(port: number): Promise<boolean> {
  // A listener on the IPv6 wildcard would not stop us on 127.0.0.1, yet it is what a browser that
  // asks for "localhost" may reach. One after the other, for the two would be in each other's way.
  return (await canListen(port, LOOPBACK)) && (await canListen(port, '::'));
}

/**
 * A free port, the preferred one if it is free.
 *
 * @public
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) {
    return preferred;
  }
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOOPBACK, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * What a person is told when a port is taken that they may choose.
 *
 * @param choose - what to type before another port, such as `npm start -- --port`
 */
export function portTakenSentence(port: number, choose: string): string {
  const other = port + 1000 < 65_536 ? port + 1000 : port - 1000;
  return `Port ${port} is taken by another program: stop that one, or choose another port with "${choose} ${other}".`;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
