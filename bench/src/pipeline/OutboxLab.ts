import { noOrigin } from '../../../plugins/changeguard-backend/src/audience/systemActor';
import knexFactory, { type Knex } from 'knex';
import { KnexUnitOfWork } from '../../../plugins/changeguard-backend/src/database/KnexUnitOfWork';
import { migrateDatabase } from '../../../plugins/changeguard-backend/src/database/migrateDatabase';
import { OutboxEventWriter } from '../../../plugins/changeguard-backend/src/database/OutboxEventWriter';
import type { SchemaChangeRow } from '../../../plugins/changeguard-backend/src/database/tables';
import { systemClock } from '../../../plugins/changeguard-backend/src/ports/Clock';
import { randomIds } from '../../../plugins/changeguard-backend/src/ports/Ids';

const OWNERS = ['group:default/orders-team'];
const SUBSCRIBERS = ['audience', 'notification', 'audit', 'email'];

/** A migrated database of its own, in which events are written as the use cases write them. */
export class OutboxLab {
  readonly ids = randomIds;
  readonly unitOfWork: KnexUnitOfWork;
  /** Called after each commit that wrote an event. */
  wakeRelay: () => void = () => {};
  readonly events: OutboxEventWriter;

  private constructor(readonly knex: Knex) {
    this.unitOfWork = new KnexUnitOfWork(knex);
    this.events = new OutboxEventWriter({
      clock: systemClock,
      ids: this.ids,
      requiredSubscribers: () => SUBSCRIBERS,
      wakeRelay: () => this.wakeRelay(),
    });
  }

  /** @param server - the URL of a PostgreSQL server, without a database */
  static async open(server: string, name: string): Promise<OutboxLab> {
    const admin = knexFactory({
      client: 'pg',
      connection: `${server}/postgres`,
    });
    await admin.raw('create database ??', [name]);
    await admin.destroy();
    const knex = knexFactory({
      client: 'pg',
      connection: `${server}/${name}`,
      pool: { min: 2, max: 10 },
    });
    await migrateDatabase(knex);
    return new OutboxLab(knex);
  }

  /**
   * Records an announced change and its event in one transaction.
   *
   * @param watch - is told the event's id before the commit
   */
  recordChange<T>(watch?: (eventId: string) => T): Promise<{ event?: T }> {
    return this.unitOfWork.run(async tx => {
      const [change] = await tx<SchemaChangeRow>('schema_changes')
        .insert(this.newChange())
        .returning('*');
      const event = await this.events.write(tx, {
        type: 'schema-change.announced',
        actor: { type: 'user', ref: change.created_by },
        origin: noOrigin,
        change,
        ownerRefs: OWNERS,
        data: {
          before: null,
          after: { status: 'announced', title: change.title },
          reason: null,
        },
      });
      // In an object, because a promise that is returned would be waited for before the commit.
      return { event: watch?.(event.id) };
    });
  }

  /** Brings the outbox to `count` unpublished events of as many changes, each a copy of a real one. */
  async fill(count: number): Promise<void> {
    await this.recordChange();
    await this.knex.raw(
      `with model as (select * from outbox order by position desc limit 1)
       insert into outbox (id, aggregatetype, aggregateid, type, payload, sequence, required_subscribers)
       select gen_random_uuid(), aggregatetype, gen_random_uuid(), type, payload, 1, required_subscribers
       from model, generate_series(2, ?)`,
      [count],
    );
    await this.knex.raw('analyze outbox');
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }

  private newChange(): Partial<SchemaChangeRow> {
    return {
      id: this.ids.next(),
      entity_ref: 'api:default/orders',
      title: 'Property legacyId goes away',
      description: 'Nobody reads it since spring.',
      format: 'openapi',
      severity: 'breaking',
      source: 'manual',
      status: 'announced',
      created_by: 'user:default/alice',
      announced_at: new Date(),
      audience_state: 'resolving',
    };
  }
}
