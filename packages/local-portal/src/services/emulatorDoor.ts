import { once } from 'node:events';
import {
  connect,
  constants,
  createServer,
  type ClientHttp2Session,
  type Http2Session,
  type ServerHttp2Session,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from '../processes/ports.ts';

/** A door that programs go through to Google's Pub/Sub emulator. */
export interface EmulatorDoor {
  /** `host:port`, to be used instead of the emulator's. */
  readonly emulatorHost: string;
  close(): Promise<void>;
}

/**
 * Opens a door in front of Google's Pub/Sub emulator that says goodbye for clients which were killed.
 *
 * The emulator (0.8.20) cannot notice that a stream was broken off: the notice itself fails (`NoSuchMethodError` in
 * `ServerCallImpl.closedInternal`, its jar mixes two releases of gRPC), so it goes on handing events to dead streams. With three
 * clients killed one after the other, events waited up to 110 s. What it does notice is a stream that its client ended in good
 * order. The door passes everything on as it is, and ends what was broken off; the same kills then cost 10 s, which is the lease
 * of the messages that the dead held.
 */
export async function openEmulatorDoor(
  emulatorHost: string,
): Promise<EmulatorDoor> {
  const server = createServer();
  const onward = new Map<Http2Session, ClientHttp2Session>();
  server.on('session', (session: ServerHttp2Session) => {
    const emulator = connect(`http://${emulatorHost}`);
    onward.set(session, emulator);
    emulator.on('error', () => session.destroy());
    session.on('error', () => {});
    session.on('close', () => {
      onward.delete(session);
      // Waits for the streams that are being ended.
      emulator.close();
    });
  });
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    const emulator = stream.session && onward.get(stream.session);
    if (emulator) {
      passOn(stream, headers, emulator);
    } else {
      stream.close(constants.NGHTTP2_REFUSED_STREAM);
    }
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    emulatorHost: `${LOOPBACK}:${port}`,
    close: async () => {
      [...onward.keys()].forEach(session => session.destroy());
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}

function passOn(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  emulator: ClientHttp2Session,
): void {
  const { ':scheme': _, ':authority': __, ...request } = headers;
  const call = emulator.request(request);
  let trailers: IncomingHttpHeaders = {};
  call.on('response', (answer, flags) => {
    if (stream.destroyed) {
      return;
    }
    // An answer without a body is all there is; else the call's status follows the body.
    const whole = Boolean(flags & constants.NGHTTP2_FLAG_END_STREAM);
    stream.respond(
      answer,
      whole ? { endStream: true } : { waitForTrailers: true },
    );
  });
  call.on('trailers', received => {
    trailers = received;
  });
  stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  call.on('data', data => {
    if (!stream.destroyed) {
      stream.write(data);
    }
  });
  call.on('end', () => {
    if (!stream.destroyed) {
      stream.end();
    }
  });
  call.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  stream.on('data', data => call.write(data));
  stream.on('error', () => {});
  // Whether it ended well or its client was killed.
  stream.on('end', () => call.end());
  stream.on('close', () => call.end());
}
