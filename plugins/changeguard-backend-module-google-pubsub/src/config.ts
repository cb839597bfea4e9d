import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What the transport reads of the configuration. */
export interface GooglePubSubConfig {
  readonly projectId: string;
  readonly emulatorHost?: string;
  readonly keyFilename?: string;
  readonly topic: string;
  readonly topology: 'create' | 'verify';
  readonly maxMessages: number;
}

const ROOT = 'changeguard.googlePubSub';
/** https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names */
const RESOURCE_ID = /^(?!goog)[A-Za-z][A-Za-z0-9\-._~+%]{2,254}$/;
const HOST_AND_PORT = /^(https?:\/\/)?[^\s/:]+(:\d{1,5})?$/;
const MOST_MESSAGES = 1_000;

/** @throws Error - one sentence that names the key. */
export function readGooglePubSubConfig(config: Config): GooglePubSubConfig {
  const topic = config.getOptionalString(`${ROOT}.topic`);
  if (topic !== undefined && !RESOURCE_ID.test(topic)) {
    throw invalid('topic', topic, 'it is no name for a Pub/Sub topic');
  }
  const topology = config.getOptionalString(`${ROOT}.topology`) ?? 'create';
  if (topology !== 'create' && topology !== 'verify') {
    throw invalid('topology', topology, 'it must be create or verify');
  }
  const emulatorHost = config.getOptionalString(`${ROOT}.emulatorHost`);
  if (emulatorHost !== undefined && !HOST_AND_PORT.test(emulatorHost)) {
    throw invalid(
      'emulatorHost',
      emulatorHost,
      'it must be a host and a port, such as 127.0.0.1:8085',
    );
  }
  const maxMessages = config.getOptionalNumber(`${ROOT}.maxMessages`) ?? 100;
  if (
    !Number.isInteger(maxMessages) ||
    maxMessages < 1 ||
    maxMessages > MOST_MESSAGES
  ) {
    throw invalid(
      'maxMessages',
      maxMessages,
      `it must be a whole number from 1 to ${MOST_MESSAGES}`,
    );
  }
  return Object.freeze({
    projectId: config.getString(`${ROOT}.projectId`),
    emulatorHost,
    keyFilename: config.getOptionalString(`${ROOT}.keyFilename`),
    topic: topic ?? 'changeguard-events',
    topology,
    maxMessages,
  });
}

function invalid(key: string, value: unknown, why: string): InputError {
  return new InputError(`${ROOT}.${key} is '${value}', but ${why}`);
}
