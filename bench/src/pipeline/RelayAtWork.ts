import { metrics } from '@opentelemetry/api';
import { WorkLoop } from '../../../plugins/changeguard-backend/src/actors/WorkLoop';
import { OutboxRelay } from '../../../plugins/changeguard-backend/src/outbox/OutboxRelay';
import { OutboxStore } from '../../../plugins/changeguard-backend/src/outbox/OutboxStore';
import { Meters } from '../../../plugins/changeguard-backend/src/telemetry/Meters';
import { Traces } from '../../../plugins/changeguard-backend/src/telemetry/Traces';
import { untraced } from '../../../plugins/changeguard-backend/src/__testUtils__/faults/schedules/untraced';
import { NotedPublisher } from './NotedPublisher';
import { OutboxLab } from './OutboxLab';
import { quiet } from './quiet';

/** The relay of a database, at work as in the plugin, with a publisher that can be asked. */
export class RelayAtWork {
  private readonly loop: WorkLoop;

  constructor(
    private readonly lab: OutboxLab,
    private readonly publisher: NotedPublisher = new NotedPublisher(),
  ) {
    const relay = new OutboxRelay({
      outbox: new OutboxStore(lab.knex),
      transport: publisher,
      ids: lab.ids,
      random: Math.random,
      logger: quiet,
      meters: new Meters(metrics.getMeter('bench')),
      traces: new Traces(untraced),
    });
    this.loop = new WorkLoop({
      name: 'The relay',
      work: () => relay.relay(),
      pollMs: 1_000,
      logger: quiet,
    });
    lab.wakeRelay = this.loop.wake;
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Records a change; answers the milliseconds from its commit until its event was published. */
  async commitToPublished(): Promise<number> {
    const published = await this.lab.recordChange(id => this.publisher.of(id));
    const committed = performance.now();
    await published.event;
    return performance.now() - committed;
  }

  /** Publishes what lies in the outbox; answers events per second. */
  async drain(count: number): Promise<number> {
    const done = this.publisher.more(count);
    const started = performance.now();
    this.start();
    await done;
    return (count * 1_000) / (performance.now() - started);
  }
}
