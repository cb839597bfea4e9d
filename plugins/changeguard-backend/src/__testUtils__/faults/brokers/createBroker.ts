import { Broker, BrokerName } from './Broker';
import { EmbeddedBroker } from './EmbeddedBroker';
import { PubSubBroker } from './PubSubBroker';

const brokers: Record<BrokerName, new () => Broker> = {
  embedded: EmbeddedBroker,
  pubsub: PubSubBroker,
};

export function createBroker(name: BrokerName): Broker {
  return new brokers[name]();
}
