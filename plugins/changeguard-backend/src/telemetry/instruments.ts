/** One number that ChangeGuard tells of itself. */
export interface Instrument {
  /** OpenTelemetry's; Prometheus writes `_` for `.`, and appends the unit and `total`. */
  name: `changeguard.${string}`;
  kind: 'counter' | 'histogram' | 'gauge';
  /** UCUM, as OpenTelemetry wants it. */
  unit: string;
  description: string;
  attributes: readonly string[];
}

const channel = 'changeguard.channel';
const subscriber = 'changeguard.subscriber';
const outcome = 'changeguard.outcome';

/**
 * Every metric of ChangeGuard. Gauges are read from the database, which all replicas share: take the maximum over replicas. Counters and
 * histograms are each replica's own: take the sum.
 */
export const instruments = {
  outboxDepth: {
    name: 'changeguard.outbox.depth',
    kind: 'gauge',
    unit: '{event}',
    description: 'Events that wait to be published',
    attributes: [],
  },
  outboxAge: {
    name: 'changeguard.outbox.age',
    kind: 'gauge',
    unit: 's',
    description: 'Age of the oldest event that waits to be published',
    attributes: [],
  },
  eventsFailing: {
    name: 'changeguard.events.failing',
    kind: 'gauge',
    unit: '{event}',
    description: 'Events that a subscriber has failed on and not yet handled',
    attributes: [subscriber],
  },
  deliveries: {
    name: 'changeguard.deliveries',
    kind: 'gauge',
    unit: '{delivery}',
    description:
      'Deliveries that are pending, retrying, dead or undeliverable now',
    attributes: [channel, 'changeguard.delivery.state'],
  },
  deliveriesOverdue: {
    name: 'changeguard.deliveries.overdue',
    kind: 'gauge',
    unit: 's',
    description: 'How long the delivery that is longest due has been due',
    attributes: [channel],
  },
  breakerOpen: {
    name: 'changeguard.cache.breaker.open',
    kind: 'gauge',
    unit: '1',
    description: '1 while Redis is left alone after it failed, else 0',
    attributes: [],
  },
  publishDuration: {
    name: 'changeguard.publish.duration',
    kind: 'histogram',
    unit: 's',
    description: 'Time to hand a batch of events to the transport',
    attributes: ['messaging.system'],
  },
  published: {
    name: 'changeguard.published',
    kind: 'counter',
    unit: '{event}',
    description:
      'Events handed to the transport: published, or failed and tried again later',
    attributes: ['messaging.system', outcome],
  },
  handlingDuration: {
    name: 'changeguard.handling.duration',
    kind: 'histogram',
    unit: 's',
    description:
      'Time a subscriber took for an event: handled, or failed and brought again later',
    attributes: [subscriber, outcome],
  },
  sendDuration: {
    name: 'changeguard.send.duration',
    kind: 'histogram',
    unit: 's',
    description: 'Time a channel took for a batch of deliveries',
    attributes: [channel],
  },
  attempts: {
    name: 'changeguard.delivery.attempts',
    kind: 'counter',
    unit: '{attempt}',
    description:
      'Attempts of deliveries by what became of them: delivered, retried, dead or undeliverable',
    attributes: [channel, outcome],
  },
  cacheRequests: {
    name: 'changeguard.cache.requests',
    kind: 'counter',
    unit: '{request}',
    description: 'Reads of the cache: hit or miss',
    attributes: ['changeguard.cache', outcome],
  },
} as const satisfies Record<string, Instrument>;

/** One of {@link instruments}. */
export type InstrumentName = keyof typeof instruments;
