import { randomUUID } from 'crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { InboxStore } from '../../../database/InboxStore';
import { UnitOfWork } from '../../../database/UnitOfWork';
import { dispatchEvent } from '../../../subscribers/dispatchEvent';
import { EventSubscriber } from '../../../subscribers/EventSubscriber';
import { Traces } from '../../../telemetry/Traces';
import { claimMessages } from '../../../transport/operations/claimMessages';
import { settleMessages } from '../../../transport/operations/settleMessages';
import { Actors } from './Actors';

/** Reads the embedded transport's subscriptions, a message at a time, as the transport does. */
export class Reader {
  constructor(
    private readonly deps: {
      knex: Knex;
      actors: Actors;
      unitOfWork: UnitOfWork;
      traces: Traces;
      logger: LoggerService;
      leaseMs: number;
    },
  ) {}

  async read(subscriber: EventSubscriber): Promise<void> {
    const { knex, actors, unitOfWork, traces, logger, leaseMs } = this.deps;
    const { messages } = await claimMessages(knex, {
      subscription: subscriber.id,
      after: '',
      limit: 1,
      leaseMs,
      token: randomUUID(),
    });
    for (const message of messages) {
      await actors.turn();
      const settlement = await dispatchEvent(
        {
          unitOfWork,
          // Not in turns: nobody may stop in the middle of a transaction, whose locks another would wait for.
          inbox: new InboxStore(knex),
          failures: { remember: async () => {} },
          traces,
          logger,
        },
        subscriber,
        {
          id: message.event_id,
          orderingKey: message.ordering_key,
          data: message.data,
          attributes: message.attributes,
          attempt: message.attempts,
        },
        { signal: new AbortController().signal },
      );
      await actors.turn();
      await settleMessages(knex, subscriber.id, [
        {
          position: message.position,
          leaseToken: message.lease_token,
          retryInMs: settlement === 'ack' ? null : 0,
        },
      ]);
    }
  }
}
