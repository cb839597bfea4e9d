import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { Ed25519Signer } from '@changeguard/audit-chain';
import {
  ChangeGuardEvent,
  ChangeStatus,
  findMentions,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  AudienceProvider,
  ChangeGuardSubscriber,
  EventTransport,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { noOrigin } from '../audience/systemActor';
import { KnexUnitOfWork } from '../database/KnexUnitOfWork';
import { migrateDatabase } from '../database/migrateDatabase';
import { lockChange } from '../database/operations/lockChange';
import { OutboxEventWriter } from '../database/OutboxEventWriter';
import { NotificationRow, SchemaChangeRow } from '../database/tables';
import { createPipeline, Pipeline, PipelineTimes } from '../pipeline';
import { systemClock } from '../ports/Clock';
import { randomIds } from '../ports/Ids';
import { Meters } from '../telemetry/Meters';
import { PostgresTransport } from '../transport/PostgresTransport';
import { InMemoryCatalog, sampleCatalog } from './InMemoryCatalog';
import { noTelemetry } from './noTelemetry';
import { waitUntil } from './waitUntil';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A migrated database of its own on the real PostgreSQL. */
export async function createTestDatabase(): Promise<Knex> {
  if (!databases.supports('POSTGRES_18')) {
    throw new Error(
      'Set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING to a PostgreSQL 18 server',
    );
  }
  const knex = await databases.init('POSTGRES_18');
  await migrateDatabase(knex);
  return knex;
}

/** What a test may put in place of the usual. */
export interface BenchOptions {
  catalog?: InMemoryCatalog;
  transport?: EventTransport;
  channels?: NotificationChannel[];
  subscribers?: ChangeGuardSubscriber[];
  audienceProviders?: AudienceProvider[];
  times?: Partial<PipelineTimes>;
  logger?: LoggerService;
  checkpointSigner?: Ed25519Signer;
  meters?: Meters;
  random?: () => number;
}

const fast: Partial<PipelineTimes> = {
  pollMs: 50,
  deliveryPollMs: 50,
  reconcileMs: 50,
  patienceMs: 60_000,
  sealRestMs: 20,
  catalogPausesMs: [1, 1],
};

/** The pipeline on a real database, with the use cases that write its events in their shortest form. */
export class PipelineBench {
  readonly catalog: InMemoryCatalog;
  readonly unitOfWork: KnexUnitOfWork;
  readonly events: OutboxEventWriter;
  readonly pipeline: Pipeline;
  readonly sent: NotificationSendOptions[] = [];
  readonly signals: SignalPayload[] = [];
  /** Runs before a `send` to the portal's notifications; throws to make it fail. */
  onSend: (options: NotificationSendOptions) => void = () => {};

  constructor(readonly knex: Knex, options: BenchOptions = {}) {
    this.catalog = options.catalog ?? sampleCatalog();
    this.unitOfWork = new KnexUnitOfWork(knex);
    this.events = new OutboxEventWriter({
      clock: systemClock,
      ids: randomIds,
      requiredSubscribers: () => this.pipeline.subscriberIds,
      wakeRelay: () => this.pipeline.wakeRelay(),
    });
    const scheduler: SchedulerService = mockServices.scheduler.mock();
    this.pipeline = createPipeline({
      knex,
      unitOfWork: this.unitOfWork,
      events: this.events,
      ids: randomIds,
      random: options.random ?? (() => 0),
      ...noTelemetry(),
      ...(options.meters && { meters: options.meters }),
      logger: options.logger ?? mockServices.logger.mock(),
      scheduler,
      transport:
        options.transport ??
        new PostgresTransport(knex, { pollMs: 50, retryDelayMs: () => 20 }),
      catalog: this.catalog,
      notifications: {
        send: async notification => {
          this.onSend(notification);
          this.sent.push(notification);
        },
      },
      signals: {
        publish: async signal => {
          this.signals.push(signal);
        },
      },
      audienceProviders: options.audienceProviders ?? [],
      subscribers: options.subscribers ?? [],
      channels: options.channels ?? [],
      checkpointSigner: options.checkpointSigner ?? null,
      retention: {
        resolvedChanges: 1,
        notifications: 1,
        events: 1,
        revisions: 1,
        auditRecords: null,
      },
      times: { ...fast, ...options.times },
    });
  }

  /** Records a change as a use case does: its rows and its event in one transaction. */
  async record(change: Partial<SchemaChangeRow> = {}): Promise<string> {
    const id = randomIds.next();
    const status = change.status ?? 'announced';
    const announced = status !== 'draft';
    const createdBy = change.created_by ?? 'user:default/alice';
    await this.unitOfWork.run(async tx => {
      const [row] = await tx<SchemaChangeRow>('schema_changes')
        .insert({
          id,
          entity_ref: 'api:default/orders',
          title: 'Column orders.note goes away',
          description: 'Nobody writes it since spring.',
          format: 'sql',
          severity: 'breaking',
          source: 'manual',
          ...change,
          status,
          created_by: createdBy,
          announced_at: announced ? tx.fn.now() : null,
          audience_state: announced ? 'resolving' : 'none',
        })
        .returning('*');
      const ownerRefs = ['group:default/orders-team'];
      await tx('schema_change_owners').insert(
        ownerRefs.map(owner_ref => ({ change_id: id, owner_ref })),
      );
      await this.events.write(tx, {
        type: announced ? 'schema-change.announced' : 'schema-change.recorded',
        actor: { type: 'user', ref: createdBy },
        origin: { ...noOrigin, address: '192.0.2.1', userAgent: 'a test' },
        change: row,
        ownerRefs,
        data: { before: null, after: { status }, reason: null },
      });
    });
    return id;
  }

  async move(
    id: string,
    status: ChangeStatus,
    type:
      | 'schema-change.announced'
      | 'schema-change.released'
      | 'schema-change.resolved'
      | 'schema-change.withdrawn'
      | 'schema-change.reopened',
    by = 'user:default/alice',
  ): Promise<void> {
    await this.unitOfWork.run(async tx => {
      const locked = await lockChange(tx, id);
      if (!locked) throw new Error('No such change');
      const [row] = await tx<SchemaChangeRow>('schema_changes')
        .where({ id })
        .update({
          status,
          ...(status === 'announced' && !locked.change.announced_at
            ? { announced_at: new Date(), audience_state: 'resolving' }
            : {}),
        })
        .returning('*');
      await this.events.write(tx, {
        type,
        actor: { type: 'user', ref: by },
        origin: noOrigin,
        change: row,
        ownerRefs: locked.ownerRefs,
        data: {
          before: { status: locked.change.status },
          after: { status },
          reason: 'All consumers are done',
        },
      });
    });
  }

  async comment(id: string, author: string, body: string): Promise<void> {
    const commentId = randomIds.next();
    const mentions = findMentions(body);
    await this.unitOfWork.run(async tx => {
      const locked = await lockChange(tx, id);
      if (!locked) throw new Error('No such change');
      await tx('comments').insert({
        id: commentId,
        change_id: id,
        author,
        body,
        mentions: JSON.stringify(mentions),
      });
      await this.events.write(tx, {
        type: 'comment.added',
        actor: { type: 'user', ref: author },
        origin: noOrigin,
        ...locked,
        data: {
          before: null,
          after: { body },
          reason: null,
          comment: { id: commentId, author, mentions },
        },
      });
    });
  }

  /** Changes the text of the first comment. */
  async editComment(id: string, body: string): Promise<void> {
    const mentions = findMentions(body);
    await this.unitOfWork.run(async tx => {
      const locked = await lockChange(tx, id);
      if (!locked) throw new Error('No such change');
      const before = await tx('comments').where({ change_id: id }).first();
      await tx('comments').where({ id: before.id }).update({ body });
      await this.events.write(tx, {
        type: 'comment.edited',
        actor: { type: 'user', ref: before.author },
        origin: noOrigin,
        ...locked,
        data: {
          before: { body: before.body },
          after: { body },
          reason: null,
          comment: { id: before.id, author: before.author, mentions },
        },
      });
    });
  }

  async answer(id: string, by: string, entityRef: string): Promise<void> {
    await this.unitOfWork.run(async tx => {
      const locked = await lockChange(tx, id);
      if (!locked) throw new Error('No such change');
      const consumer = await tx('affected_consumers')
        .where({ change_id: id, entity_ref: entityRef })
        .first('id');
      await this.events.write(tx, {
        type: 'consumer.answered',
        actor: { type: 'user', ref: by },
        origin: noOrigin,
        ...locked,
        data: {
          before: null,
          after: { state: 'migrating' },
          reason: null,
          consumer: { id: consumer.id, entityRef, answer: 'migrating' },
        },
      });
    });
  }

  /** Waits until every event is finished and no delivery is pending. */
  async settled(): Promise<void> {
    await waitUntil('everything is finished', async () => {
      const { rows } = await this.knex.raw<{ rows: { busy: boolean }[] }>(
        `select exists (select 1 from outbox where finished_at is null)
           or exists (select 1 from deliveries where state = 'pending') as busy`,
      );
      return !rows[0].busy;
    });
  }

  /** `user type` of every notification about a change, sorted. */
  async told(changeId: string): Promise<string[]> {
    const rows = await this.knex<NotificationRow>('notifications').where({
      change_id: changeId,
    });
    return rows
      .map(({ recipient, type }) => `${recipient.split('/')[1]} ${type}`)
      .sort();
  }

  /** The events of a change, in their order. */
  async eventsOf(changeId: string): Promise<ChangeGuardEvent[]> {
    const rows = await this.knex('outbox')
      .where({ aggregateid: changeId })
      .orderBy('sequence')
      .select('payload');
    return rows.map(({ payload }) => JSON.parse(payload));
  }
}
