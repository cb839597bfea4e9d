/**
 * The conformance suite of event transports, for authors of transports.
 *
 * @packageDocumentation
 */

export {
  describeEventTransport,
  type EventTransportSuiteOptions,
  type TransportFixture,
} from './testUtils/describeEventTransport';
export type {
  EventTransport,
  MessageHandler,
  OpenSubscription,
  PublishOutcome,
  ReceivedMessage,
  Settlement,
  SubscribeOptions,
  TransportHealth,
  TransportMessage,
} from './transport/EventTransport';
