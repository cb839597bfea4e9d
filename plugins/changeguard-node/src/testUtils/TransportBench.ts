import { EventTransport } from '../transport/EventTransport';
import type {
  EventTransportSuiteOptions,
  TransportFixture,
} from './describeEventTransport';

/** The subscriptions that the suite's transports are started with. */
export const SUBSCRIPTIONS = ['changeguard-first', 'changeguard-second'];

/** What one test works on: a broker, and the transports the test asked for. */
export class TransportBench {
  readonly timeoutMs: number;
  private fixture?: TransportFixture;
  private transports: EventTransport[] = [];

  constructor(private readonly options: EventTransportSuiteOptions) {
    this.timeoutMs = options.timeoutMs ?? 60_000;
  }

  async setUp(): Promise<void> {
    this.fixture = await this.options.create();
  }

  async tearDown(): Promise<void> {
    const { fixture, transports } = this;
    this.fixture = undefined;
    this.transports = [];
    await Promise.all(transports.map(transport => transport.close()));
    await fixture?.destroy?.();
  }

  /** A transport that is not started yet. */
  connect(): EventTransport {
    if (!this.fixture) throw new Error('There is no broker outside a test');
    const transport = this.fixture.connect();
    this.transports.push(transport);
    return transport;
  }

  async started(): Promise<EventTransport> {
    const transport = this.connect();
    await transport.start({ subscriptions: SUBSCRIPTIONS });
    return transport;
  }
}
