import {
  ChangeGuardEvent,
  ChangeGuardEventType,
  eventDataSchemas,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Clock } from '../ports/Clock';
import { Ids } from '../ports/Ids';
import { eventChangeFacts, EventWriter, NewEvent } from './EventWriter';
import { eventPayload } from './eventPayload';
import { Transaction } from './UnitOfWork';

/** Where events come from, in the words of CloudEvents: a URI reference of the producer. */
const source = '/changeguard';

/** Writes events into the outbox. */
export class OutboxEventWriter implements EventWriter {
  constructor(
    private readonly deps: {
      clock: Clock;
      ids: Ids;
      /** Ids of everybody who must handle an event written now; asked per event, because modules register at start-up. */
      requiredSubscribers: () => readonly string[];
      /** Called after a transaction that wrote events has committed. Only a hint: the relay polls, too. */
      wakeRelay?: () => void;
    },
  ) {}

  async write<TType extends ChangeGuardEventType>(
    tx: Transaction,
    { type, actor, origin, change, ownerRefs, data }: NewEvent<TType>,
  ): Promise<ChangeGuardEvent<TType>> {
    // The update takes the row's lock until commit: events of one change are written one transaction after the other, so their
    // sequence has no gaps and commits in order.
    const { rows } = await tx.raw<{ rows: { sequence: number }[] }>(
      `/* OutboxEventWriter.nextSequence */
       update schema_changes set sequence = sequence + 1 where id = ? returning sequence`,
      [change.id],
    );
    const [{ sequence }] = rows;
    const event = {
      specversion: '1.0' as const,
      id: this.deps.ids.next(),
      source,
      type,
      subject: change.id,
      time: this.deps.clock.now().toISOString(),
      datacontenttype: 'application/json' as const,
      sequence,
      data: eventDataSchemas[type].parse({
        ...data,
        change: eventChangeFacts(change, ownerRefs),
        actor,
        requestId: origin.requestId,
      }),
    };
    await tx('outbox').insert({
      id: event.id,
      aggregatetype: 'schema-change',
      aggregateid: change.id,
      type,
      payload: eventPayload(event),
      sequence,
      required_subscribers: [...this.deps.requiredSubscribers()],
      traceparent: origin.traceparent,
      address: origin.address,
      user_agent: origin.userAgent,
    });
    const { wakeRelay } = this.deps;
    if (wakeRelay) tx.executionPromise.then(wakeRelay, () => {});
    // TypeScript does not follow one type parameter through the pair (type, data) that `NewEvent` ties together.
    return event as unknown as ChangeGuardEvent<TType>;
  }
}
