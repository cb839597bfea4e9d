import type { Server } from 'http';

/** Ends the connections that a server which is closing still has after a while. */
export function endConnections(
  server: Pick<Server, 'closeAllConnections' | 'once'>,
  graceMs: number,
): void {
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  server.once('close', () => clearTimeout(timer));
}
