import { PubSub } from '@google-cloud/pubsub';
import { GooglePubSubConfig } from './config';

/**
 * How long at most between two attempts to connect, in milliseconds. gRPC's own bound is two minutes, which a new client
 * waits out, too: those of one process share their connections to an address.
 */
const RECONNECT_MS = 10_000;

/** A client whose connections notice a peer that vanished, and which looks for credentials only when it needs any. */
export function connectPubSub(
  config: GooglePubSubConfig,
  reconnectMs = RECONNECT_MS,
): PubSub {
  const { projectId, emulatorHost, keyFilename } = config;
  const connection = {
    projectId,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 10_000,
    'grpc.max_reconnect_backoff_ms': reconnectMs,
  };
  return emulatorHost
    ? new PubSub({
        ...connection,
        apiEndpoint: emulatorHost,
        emulatorMode: true,
        // Otherwise the client searches the network for Google's metadata server, although it needs no credentials.
        clientOptions: { universeDomain: 'googleapis.com' },
      })
    : new PubSub({ ...connection, keyFilename });
}
