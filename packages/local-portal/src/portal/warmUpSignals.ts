import { get } from 'node:http';

/**
 * Asks for a websocket once and gives up on it. Backstage's signals only listen for websockets after
 * the first request for one, which they therefore never answer: without this, the first person to open
 * the portal would wait about six seconds for the first live update.
 */
export function warmUpSignals(baseUrl: string): Promise<void> {
  return new Promise(resolve => {
    const request = get(`${baseUrl}/api/signals`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
      },
      timeout: 1_000,
    });
    const done = () => {
      request.destroy();
      resolve();
    };
    request.once('upgrade', (_response, socket) => socket.destroy());
    request.once('timeout', done);
    request.once('response', done);
    request.once('error', done);
    request.once('close', done);
  });
}
