import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EventTransport,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { metrics } from '@opentelemetry/api';
import { Knex } from 'knex';
import { AudienceKeeper } from '../../../audience/AudienceKeeper';
import { CatalogAudienceResolver } from '../../../audience/CatalogAudienceResolver';
import { SealStore } from '../../../audit/SealStore';
import { AudienceStore } from '../../../database/AudienceStore';
import { AuditLog } from '../../../database/AuditLog';
import { KnexUnitOfWork } from '../../../database/KnexUnitOfWork';
import { OutboxEventWriter } from '../../../database/OutboxEventWriter';
import { DeliveryStore } from '../../../deliveries/DeliveryStore';
import { DeliveryWorker } from '../../../deliveries/DeliveryWorker';
import { OutboxRelay } from '../../../outbox/OutboxRelay';
import { OutboxStore } from '../../../outbox/OutboxStore';
import { Reconciler } from '../../../outbox/Reconciler';
import { systemClock } from '../../../ports/Clock';
import { randomIds } from '../../../ports/Ids';
import { createSubscribers } from '../../../subscribers/createSubscribers';
import { EventSubscriber } from '../../../subscribers/EventSubscriber';
import { Meters } from '../../../telemetry/Meters';
import { Traces } from '../../../telemetry/Traces';
import { insertMessages } from '../../../transport/operations/insertMessages';
import { sampleCatalog } from '../../InMemoryCatalog';
import { untraced } from './untraced';
import { Actors, inTurns } from './Actors';
import { clearSql } from './clearSql';
import { Reader } from './Reader';
import { Trail } from './Trail';
import { Writer } from './Writer';

const leaseMs = 60_000;
/** What a relay's clock goes on each time it is read: some looks for events begin at its mark, and some at the very beginning. */
const tickMs = 300;

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

const traces = new Traces(untraced);

/** What a test may break, to see that it is found. */
export interface StageOptions {
  outbox?: OutboxStore;
  seals?: SealStore;
}

/**
 * The pipeline's own classes on a real database, put together so that each is stopped wherever another could come in between: two
 * relays, two readers of every subscription, two workers of every channel, two reconcilers, two sealers of the audit trail, somebody who
 * writes, and somebody who erases a person.
 */
export class Stage {
  readonly actors = new Actors();
  private readonly writer: Writer;
  private readonly readers: (() => Promise<unknown>)[];
  private readonly others: (() => Promise<unknown>)[];
  private readonly createRelay: () => OutboxRelay;
  private relays: (() => Promise<unknown>)[] = [];
  private readonly trail: Trail;

  constructor(readonly knex: Knex, options: StageOptions = {}) {
    const { actors } = this;
    const ids = randomIds;
    const meters = new Meters(metrics.getMeter('schedules'));
    const unitOfWork = new KnexUnitOfWork(knex);
    const outbox = inTurns(actors, options.outbox ?? new OutboxStore(knex));
    const required = ['audience', 'notification', 'audit', 'email'];
    const events = new OutboxEventWriter({
      clock: systemClock,
      ids,
      requiredSubscribers: () => required,
    });
    const channels: NotificationChannel[] = [
      channel('backstage', 'notification', 'inApp', 100),
      channel('email', 'email', 'email', 1),
    ].map(one => inTurns(actors, one));
    const audience = new AudienceStore({ ids });
    const subscribers: EventSubscriber[] = createSubscribers({
      knex,
      ids,
      catalog: sampleCatalog(),
      logger: silent,
      resolver: new CatalogAudienceResolver({
        catalog: sampleCatalog(),
        providers: () => [],
        logger: silent,
        pausesMs: [],
      }),
      audience,
      keeper: new AudienceKeeper({ audience, events }),
      auditLog: new AuditLog({ ids, wakeSealer: () => {} }),
      signals: { publish: async () => {} },
      channels,
      pluginSubscribers: [],
      wakeWorkers: () => {},
    });
    const transport: Pick<EventTransport, 'kind' | 'publish'> = inTurns(
      actors,
      {
        kind: 'postgres',
        publish: async messages => {
          await insertMessages(knex, messages, required);
          return messages.map(() => ({ outcome: 'published' as const }));
        },
      },
    );
    const common = {
      ids,
      random: () => 0,
      logger: silent,
      meters,
      traces,
      leaseMs,
    };
    this.createRelay = () => {
      let ms = 0;
      const now = () => (ms += tickMs);
      return new OutboxRelay({ ...common, outbox, transport, now });
    };
    this.trail = new Trail(knex, {
      actors,
      logger: silent,
      leaseMs,
      seals: options.seals,
    });
    const reconciler = new Reconciler({
      outbox,
      logger: silent,
      // Publishes again whatever is not finished: more often than any portal would.
      patienceMs: 0,
      subscribers: required,
      wakeRelay: () => {},
    });
    const workers = channels.map(
      one =>
        new DeliveryWorker({
          ...common,
          channel: one,
          deliveries: inTurns(actors, new DeliveryStore(knex)),
        }),
    );
    const reader = new Reader({
      ...common,
      knex,
      actors,
      unitOfWork: inTurns(actors, unitOfWork),
    });
    this.readers = subscribers.map(subscriber => () => reader.read(subscriber));
    this.others = [
      this.trail.seal,
      () => reconciler.reconcile(),
      ...workers.map(worker => () => worker.deliver()),
    ];
    this.writer = new Writer(unitOfWork, events);
  }

  /** Takes an empty stage, with everybody at the beginning. */
  async clear(): Promise<void> {
    await this.knex.raw(clearSql);
    this.actors.clear();
    const steps = this.writer.story();
    this.actors.add(async () => steps.shift()?.());
    this.actors.add(this.trail.erase);
    // New ones, because they remember where they begin.
    this.relays = [this.createRelay(), this.createRelay()].map(
      relay => () => relay.relay(),
    );
    this.relays.forEach(work => this.actors.add(work));
    for (const work of [...this.readers, ...this.others]) {
      this.actors.add(work);
      this.actors.add(work);
    }
  }

  /** Plays on without anybody stopping, until nothing is left to do. */
  async finish(endLeases: () => Promise<unknown>): Promise<string | null> {
    this.actors.killAll();
    for (let round = 0; round < 60; round++) {
      await endLeases();
      await this.actors.alone(0);
      for (const work of [...this.relays, ...this.others, ...this.readers]) {
        await work();
      }
      if (await this.isQuiet()) return null;
    }
    return 'there was still work after 60 rounds';
  }

  /** What is wrong with the audit trail. */
  trailFault(): Promise<string | null> {
    return this.trail.fault();
  }

  private async isQuiet(): Promise<boolean> {
    const { rows } = await this.knex.raw<{ rows: { quiet: boolean }[] }>(
      `select (select count(*) from outbox where finished_at is not null) = 4
         and not exists (select from outbox where finished_at is null)
         and not exists (select from deliveries where state = 'pending')
         and not exists (select from transport_messages)
         and not exists (select from audit_unsealed) as quiet`,
    );
    return rows[0].quiet;
  }
}

function channel(
  id: string,
  subscriber: string,
  preference: 'inApp' | 'email',
  batchSize: number,
): NotificationChannel {
  return {
    id,
    subscriber,
    preference,
    batchSize,
    send: async (_, deliveries) =>
      deliveries.map(() => ({ outcome: 'delivered' as const })),
  };
}
