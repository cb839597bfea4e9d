import { mockServices } from '@backstage/backend-test-utils';
import {
  EventTransport,
  MessageHandler,
  SubscribeOptions,
} from '@changeguard/backstage-plugin-changeguard-node';
import { waitUntil } from '../__testUtils__/waitUntil';
import { TransportConnection } from './TransportConnection';

const handler: MessageHandler = async () => 'ack';

/** A transport whose every step can be made to fail. */
class FragileTransport implements EventTransport {
  readonly kind = 'fragile';
  readonly calls: string[] = [];
  failing = new Set<string>();

  async start({ subscriptions }: { subscriptions: readonly string[] }) {
    this.act(`start ${subscriptions.join(' ')}`, 'start');
  }

  async subscribe(
    subscription: string,
    _: MessageHandler,
    options: SubscribeOptions,
  ) {
    this.act(
      ['subscribe', subscription, ...Object.entries(options).flat()].join(' '),
      subscription,
    );
    return { close: async () => this.act(`close ${subscription}`, '') };
  }

  async publish() {
    return [];
  }

  async health() {
    return { state: 'fine' as const };
  }

  async close() {
    this.act('close', '');
  }

  private act(call: string, step: string) {
    if (this.failing.has(step)) throw new Error(`No ${step}`);
    this.calls.push(call);
  }
}

describe('TransportConnection', () => {
  let transport: FragileTransport;
  let connection: TransportConnection;
  const onStarted = jest.fn();

  const all = [
    'start changeguard-audit changeguard-email',
    'subscribe changeguard-audit',
    'subscribe changeguard-email mostSlow 7',
  ];

  beforeEach(() => {
    onStarted.mockReset();
    transport = new FragileTransport();
    connection = new TransportConnection({
      transport,
      readers: new Map([
        ['audit', { handler }],
        ['email', { handler, mostSlow: 7 }],
      ]),
      logger: mockServices.logger.mock(),
    });
  });

  afterEach(async () => {
    await connection.stopReading();
    await connection.close();
  });

  it('starts the transport with all subscriptions, then reads them', async () => {
    connection.start(onStarted);
    await waitUntil('all is open', () => transport.calls.length === 3);
    expect(transport.calls).toEqual(all);
    expect(onStarted).toHaveBeenCalledTimes(1);
    expect(connection.ready).toBe(true);
    expect(await connection.health()).toEqual({ state: 'fine' });
  });

  it('says why it is away, and goes on trying', async () => {
    transport.failing.add('start');
    connection.start(onStarted);
    await waitUntil('it has failed', async () => {
      const health = await connection.health();
      return 'message' in health && health.message === 'No start';
    });
    expect(connection.ready).toBe(false);
    transport.failing.clear();
    await waitUntil('all is open', () => transport.calls.length === 3);
    expect(transport.calls).toEqual(all);
  });

  it('reads the others while one subscription cannot be opened', async () => {
    transport.failing.add('changeguard-audit');
    connection.start(onStarted);
    await waitUntil('one is open', () => transport.calls.length === 2);
    expect(connection.ready).toBe(true);
    transport.failing.clear();
    await waitUntil('both are open', () => transport.calls.length === 3);
    expect(transport.calls).toEqual([all[0], all[2], all[1]]);
  });

  it('makes sure of the topic again when publishing failed as a whole', async () => {
    connection.start(onStarted);
    await waitUntil('all is open', () => transport.calls.length === 3);
    connection.doubt();
    expect(connection.ready).toBe(false);
    await waitUntil('it is started again', () => connection.ready);
    expect(transport.calls).toEqual([...all, all[0]]);
    expect(onStarted).toHaveBeenCalledTimes(2);
  });

  it('closes what it opened', async () => {
    connection.start(onStarted);
    await waitUntil('all is open', () => transport.calls.length === 3);
    await connection.stopReading();
    await connection.close();
    expect(transport.calls.slice(3)).toEqual([
      'close changeguard-audit',
      'close changeguard-email',
      'close',
    ]);
  });
});
