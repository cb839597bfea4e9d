import { untraced } from '../../../plugins/changeguard-backend/src/__testUtils__/faults/schedules/untraced';
import { WorkLoop } from '../../../plugins/changeguard-backend/src/actors/WorkLoop';
import { AuditLog } from '../../../plugins/changeguard-backend/src/database/AuditLog';
import { FailureStore } from '../../../plugins/changeguard-backend/src/database/FailureStore';
import { InboxStore } from '../../../plugins/changeguard-backend/src/database/InboxStore';
import { dispatchEvent } from '../../../plugins/changeguard-backend/src/subscribers/dispatchEvent';
import type { EventSubscriber } from '../../../plugins/changeguard-backend/src/subscribers/EventSubscriber';
import { Traces } from '../../../plugins/changeguard-backend/src/telemetry/Traces';
import { PostgresTransport } from '../../../plugins/changeguard-backend/src/transport/PostgresTransport';
import { NotedPublisher } from '../pipeline/NotedPublisher';
import { quiet } from '../pipeline/quiet';
import { RelayAtWork } from '../pipeline/RelayAtWork';
import { subscribersOf } from './subscribersOf';
import type { TrailLab } from './TrailLab';

/** What comes of a recorded change: the event that announces it, and the one that says whom it affects. */
const EVENTS_PER_CHANGE = 2;

/** Records changes while relay, embedded transport and the plugin's subscribers work behind it, with the audit trail among them or without. */
export class WriterAtWork {
  private readonly relay: RelayAtWork;
  private readonly transport: PostgresTransport;
  private readonly sealing: WorkLoop;
  private readonly subscribers: EventSubscriber[];
  private due = 0;
  private handled: () => void = () => {};

  constructor(
    private readonly trail: TrailLab,
    { audited }: { audited: boolean },
  ) {
    const { lab, sealer } = trail;
    this.transport = new PostgresTransport(lab.knex, { logger: quiet });
    this.relay = new RelayAtWork(lab, new NotedPublisher(this.transport));
    this.sealing = new WorkLoop({
      name: 'The audit sealer',
      work: signal => sealer.seal(signal),
      pollMs: 1_000,
      restMs: 500,
      logger: quiet,
    });
    const auditLog = new AuditLog({
      ids: lab.ids,
      wakeSealer: this.sealing.wake,
    });
    this.subscribers = subscribersOf(lab, auditLog).filter(
      ({ id }) => audited || id !== 'audit',
    );
  }

  async start(): Promise<void> {
    const { knex, unitOfWork } = this.trail.lab;
    const deps = {
      unitOfWork,
      inbox: new InboxStore(knex),
      failures: new FailureStore(knex),
      traces: new Traces(untraced),
      logger: quiet,
    };
    await this.transport.start({
      subscriptions: this.subscribers.map(({ id }) => id),
    });
    for (const subscriber of this.subscribers) {
      await this.transport.subscribe(
        subscriber.id,
        async (message, context) => {
          const settled = await dispatchEvent(
            deps,
            subscriber,
            message,
            context,
          );
          if (settled === 'ack') this.due--;
          if (this.due === 0) this.handled();
          return settled;
        },
      );
    }
    this.sealing.start();
    this.relay.start();
  }

  /** Records so many changes, one after the other, and lets all subscribers finish; answers the milliseconds of each write. */
  async write(count: number): Promise<number[]> {
    this.due = count * EVENTS_PER_CHANGE * this.subscribers.length;
    const handled = new Promise<void>(resolve => {
      this.handled = resolve;
    });
    const times: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      const started = performance.now();
      await this.trail.lab.recordChange();
      times.push(performance.now() - started);
    }
    await handled;
    return times;
  }

  async stop(): Promise<void> {
    await this.relay.stop();
    await this.transport.close();
    await this.sealing.stop();
  }
}
