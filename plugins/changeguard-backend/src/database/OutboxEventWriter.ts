import { NotFoundError } from '@backstage/errors';
import {
  ChangeGuardEvent,
  ChangeGuardEventType,
  eventDataSchemas,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Clock } from '../ports/Clock';
import { Ids } from '../ports/Ids';
import { eventChangeFacts, EventWriter, NewEvent } from './EventWriter';
import { payloadAround } from './eventPayload';
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
    const event = {
      specversion: '1.0' as const,
      id: this.deps.ids.next(),
      source,
      type,
      subject: change.id,
      time: this.deps.clock.now().toISOString(),
      datacontenttype: 'application/json' as const,
      data: eventDataSchemas[type].parse({
        ...data,
        change: eventChangeFacts(change, ownerRefs),
        actor,
        requestId: origin.requestId,
      }),
    };
    // The update takes the row's lock until commit: events of one change are written one transaction after the other, so their
    // sequence has no gaps and commits in order. The number joins the payload here, which saves every write a round trip.
    // The time is taken under the lock as well, so that it agrees with the sequence.
    const { rows } = await tx.raw<{ rows: { sequence: number }[] }>(
      `/* OutboxEventWriter.write */
       with counted as (
         update schema_changes set sequence = sequence + 1 where id = :changeId returning sequence
       )
       insert into outbox (
         id, aggregatetype, aggregateid, type, payload, sequence, required_subscribers, traceparent, address, user_agent,
         origin, via, created_at
       )
       select cast(:id as uuid), 'schema-change', cast(:changeId as uuid), :type,
         cast(:payloadStart as text) || counted.sequence || :payloadEnd, counted.sequence,
         cast(:subscribers as text[]), :traceparent, :address, :userAgent, :origin, :via, clock_timestamp()
       from counted
       returning sequence`,
      {
        id: event.id,
        changeId: change.id,
        type,
        ...payloadAround(event),
        subscribers: [...this.deps.requiredSubscribers()],
        traceparent: origin.traceparent,
        address: origin.address,
        userAgent: origin.userAgent,
        origin: origin.kind,
        via: origin.via,
      },
    );
    const [row] = rows;
    if (!row)
      throw new NotFoundError(`There is no schema change '${change.id}'`);
    const { wakeRelay } = this.deps;
    if (wakeRelay) tx.executionPromise.then(wakeRelay, () => {});
    // TypeScript does not follow one type parameter through the pair (type, data) that `NewEvent` ties together.
    return {
      ...event,
      sequence: row.sequence,
    } as unknown as ChangeGuardEvent<TType>;
  }
}
