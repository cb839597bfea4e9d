import { InstrumentName, instruments } from './instruments';
import { messagingSystem } from './messagingSystem';
import { MetricsService } from './openTelemetryServices';

type Named<K> = {
  [N in InstrumentName]: (typeof instruments)[N]['kind'] extends K ? N : never;
}[InstrumentName];

/** What the gauges tell, read when somebody collects them. */
export interface Standing {
  outbox: { unpublished: number; oldestUnpublishedMs: number };
  failing: readonly { subscriber: string; events: number }[];
  channels: readonly {
    channel: string;
    states: Readonly<Record<string, number>>;
    overdueMs: number;
  }[];
}

/** Explicit buckets, because OpenTelemetry's default ones are for milliseconds. In seconds. */
const durations = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

/** Makes and feeds the {@link instruments}. In a portal without an OpenTelemetry SDK they lead nowhere. */
export class Meters {
  private readonly counters;
  private readonly histograms;

  constructor(private readonly metrics: MetricsService) {
    const counter = (name: Named<'counter'>) =>
      metrics.createCounter(instruments[name].name, instruments[name]);
    const histogram = (name: Named<'histogram'>) =>
      metrics.createHistogram(instruments[name].name, {
        ...instruments[name],
        advice: { explicitBucketBoundaries: durations },
      });
    this.counters = {
      published: counter('published'),
      attempts: counter('attempts'),
      cacheRequests: counter('cacheRequests'),
    };
    this.histograms = {
      publishDuration: histogram('publishDuration'),
      handlingDuration: histogram('handlingDuration'),
      sendDuration: histogram('sendDuration'),
    };
  }

  published(
    transport: string,
    batch: { published: number; failed: number; ms: number },
  ): void {
    const system = { 'messaging.system': messagingSystem(transport) };
    this.histograms.publishDuration.record(batch.ms / 1_000, system);
    for (const outcome of ['published', 'failed'] as const) {
      if (batch[outcome] === 0) continue;
      this.counters.published.add(batch[outcome], {
        ...system,
        'changeguard.outcome': outcome,
      });
    }
  }

  handled(subscriber: string, outcome: 'handled' | 'failed', ms: number): void {
    this.histograms.handlingDuration.record(ms / 1_000, {
      'changeguard.subscriber': subscriber,
      'changeguard.outcome': outcome,
    });
  }

  sent(channel: string, ms: number): void {
    this.histograms.sendDuration.record(ms / 1_000, {
      'changeguard.channel': channel,
    });
  }

  attempted(channel: string, outcome: string, deliveries: number): void {
    this.counters.attempts.add(deliveries, {
      'changeguard.channel': channel,
      'changeguard.outcome': outcome,
    });
  }

  readCache(cache: string, outcome: 'hit' | 'miss'): void {
    this.counters.cacheRequests.add(1, {
      'changeguard.cache': cache,
      'changeguard.outcome': outcome,
    });
  }

  /** @param standing - asked by each of five gauges at every collection, so it must remember its answer for a while; none when it cannot be had. */
  observe(standing: () => Promise<Standing | undefined>): void {
    const gauge = (
      name: Named<'gauge'>,
      values: (now: Standing) => [number, Record<string, string>][],
    ) =>
      this.metrics
        .createObservableGauge(instruments[name].name, instruments[name])
        .addCallback(async result => {
          const now = await standing();
          if (!now) return;
          for (const [value, attributes] of values(now)) {
            result.observe(value, attributes);
          }
        });
    gauge('outboxDepth', ({ outbox }) => [[outbox.unpublished, {}]]);
    gauge('outboxAge', ({ outbox }) => [
      [outbox.oldestUnpublishedMs / 1_000, {}],
    ]);
    gauge('eventsFailing', ({ failing }) =>
      failing.map(({ subscriber, events }) => [
        events,
        { 'changeguard.subscriber': subscriber },
      ]),
    );
    gauge('deliveries', ({ channels }) =>
      channels.flatMap(({ channel, states }) =>
        Object.entries(states).map(
          ([state, count]): [number, Record<string, string>] => [
            count,
            {
              'changeguard.channel': channel,
              'changeguard.delivery.state': state,
            },
          ],
        ),
      ),
    );
    gauge('deliveriesOverdue', ({ channels }) =>
      channels.map(({ channel, overdueMs }) => [
        overdueMs / 1_000,
        { 'changeguard.channel': channel },
      ]),
    );
  }

  /** @param isOpen - whether Redis is left alone at the moment. */
  observeBreaker(isOpen: () => boolean): void {
    const { name, ...facts } = instruments.breakerOpen;
    this.metrics
      .createObservableGauge(name, facts)
      .addCallback(result => result.observe(isOpen() ? 1 : 0));
  }
}
