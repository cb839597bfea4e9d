import {
  EventTransport,
  MessageHandler,
  SubscribeOptions,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { never } from '../Life';
import { within } from '../scope';
import { Door } from './Door';

/** Stands before a transport. What fails after a handler is its acknowledgement. */
export class BrokerDoor implements EventTransport {
  readonly kind: string;
  /** Subscriptions opened so far. */
  opened = 0;

  constructor(
    private readonly transport: EventTransport,
    private readonly door: Door,
  ) {
    this.kind = transport.kind;
  }

  start(options: { subscriptions: readonly string[] }) {
    return this.door.through('broker', 'start', () =>
      this.transport.start(options),
    );
  }

  publish(messages: readonly TransportMessage[]) {
    const types = messages.map(({ attributes }) => attributes.type).join(', ');
    return this.door.through('broker', `publish ${types}`, () =>
      this.transport.publish(messages),
    );
  }

  async subscribe(
    name: string,
    handler: MessageHandler,
    options?: SubscribeOptions,
  ) {
    const subscriber = name.replace(/^changeguard-/, '');
    const subscription = await this.door.through('broker', `open ${name}`, () =>
      this.transport.subscribe(
        name,
        (message, context) =>
          within(`${subscriber} ← ${message.attributes.type}`, () =>
            this.door.through('broker', 'deliver', () =>
              handler(message, context),
            ),
          ),
        options,
      ),
    );
    this.opened++;
    return subscription;
  }

  health() {
    return this.transport.health();
  }

  close() {
    return this.door.life.over ? never<void>() : this.transport.close();
  }
}
