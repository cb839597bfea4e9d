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
  readonly orderingKeys?: number;
}

const ROOT = 'changeguard.googlePubSub';
/** https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names */
const RESOURCE_ID = /^(?!goog)[A-Za-z][A-Za-z0-9\-._~+%]{2,254}$/;
const HOST_AND_PORT = /^(https?:\/\/)?[^\s/:]+(:\d{1,5})?$/;
const LARGEST_NUMBER = 1_000;

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
  return Object.freeze({
    projectId: config.getString(`${ROOT}.projectId`),
    emulatorHost,
    keyFilename: config.getOptionalString(`${ROOT}.keyFilename`),
    topic: topic ?? 'changeguard-events',
    topology,
    maxMessages: readWholeNumber(config, 'maxMessages') ?? 100,
    orderingKeys: readWholeNumber(config, 'orderingKeys'),
  });
}

function readWholeNumber(config: Config, key: string): number | undefined {
  const value = config.getOptionalNumber(`${ROOT}.${key}`);
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && value >= 1 && value <= LARGEST_NUMBER) {
    return value;
  }
  throw invalid(
    key,
    value,
    `it must be a whole number from 1 to ${LARGEST_NUMBER}`,
  );
}

function invalid(key: string, value: unknown, why: string): InputError {
  return new InputError(`${ROOT}.${key} is '${value}', but ${why}`);
}
