import { EVENT_SCHEMA_VERSION } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EventTransport,
  PublishOutcome,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { messagingSystem } from '../telemetry/messagingSystem';
import { SpanFacts, Traces } from '../telemetry/Traces';
import { ClaimedEvent } from './OutboxStore';

function toMessage(
  event: ClaimedEvent,
  traceparent: string | null,
): TransportMessage {
  return {
    id: event.id,
    orderingKey: event.aggregateid,
    data: event.payload,
    attributes: {
      eventId: event.id,
      type: event.type,
      schemaVersion: EVENT_SCHEMA_VERSION,
      changeId: event.aggregateid,
      ...(traceparent ? { traceparent } : {}),
    },
  };
}

function factsOf(
  event: ClaimedEvent,
  { kind, destination }: Pick<EventTransport, 'kind' | 'destination'>,
): SpanFacts {
  return {
    kind: 'producer',
    attributes: {
      'messaging.system': messagingSystem(kind),
      'messaging.operation.name': 'publish',
      'messaging.operation.type': 'send',
      ...(destination ? { 'messaging.destination.name': destination } : {}),
      'messaging.message.id': event.id,
      'changeguard.event.type': event.type,
      'changeguard.change.id': event.aggregateid,
    },
  };
}

/**
 * Publishes a batch, each of its events in a span of its own: the events of a batch have different causes, and a span has one. A span goes on
 * where the event's cause left off, the message names it, and those who handle the message go on from there. All spans of a batch
 * last as long as the batch does.
 *
 * @param publish - takes the whole batch, and does not reject
 */
export async function publishTraced(
  {
    traces,
    transport,
  }: {
    traces: Pick<Traces, 'current' | 'follow'>;
    transport: Pick<EventTransport, 'kind' | 'destination'>;
  },
  claimed: readonly ClaimedEvent[],
  publish: (messages: readonly TransportMessage[]) => Promise<PublishOutcome[]>,
): Promise<PublishOutcome[]> {
  const messages = new Map<ClaimedEvent, TransportMessage>();
  let complete: () => void = () => {};
  const completed = new Promise<void>(resolve => {
    complete = resolve;
  });
  const published = completed.then(() =>
    publish(claimed.flatMap(event => messages.get(event) ?? [])),
  );
  return Promise.all(
    claimed.map((event, index) =>
      traces.follow(
        event.traceparent,
        `publish ${transport.destination ?? transport.kind}`,
        factsOf(event, transport),
        async span => {
          messages.set(
            event,
            toMessage(event, traces.current(event.traceparent)),
          );
          if (messages.size === claimed.length) complete();
          const outcome: PublishOutcome = (await published)[index] ?? {
            outcome: 'failed',
            error: new Error('The transport did not answer for this event'),
          };
          if (outcome.outcome === 'failed') {
            const { name, message } = outcome.error;
            span.setAttribute('error.type', name);
            span.setStatus({ code: 'error', message });
          }
          return outcome;
        },
      ),
    ),
  );
}
