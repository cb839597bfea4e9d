/**
 * Google Pub/Sub for tests.
 *
 * @packageDocumentation
 */

export { PubSubSimulator, type PublishFault } from './PubSubSimulator';
export type { PubSubCall, PubSubGate, PubSubStream } from './PubSubGate';
export { SimulatorServer } from './SimulatorServer';
export type { WireSubscription } from './protocol';
