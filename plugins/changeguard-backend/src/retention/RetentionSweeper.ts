import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { noOrigin } from '../audience/systemActor';
import { EventWriter } from '../database/EventWriter';
import { deleteChange } from '../database/operations/deleteChange';
import { deleteOldNotifications } from '../database/operations/deleteOldNotifications';
import { findOldChanges } from '../database/operations/findOldChanges';
import { lockChange } from '../database/operations/lockChange';
import { UnitOfWork } from '../database/UnitOfWork';
import { AuditPurger } from './AuditPurger';
import { sweepStatements } from './sweepStatements';

const batchSize = 1_000;
const idempotencyKeysMs = 24 * 3_600_000;
/** A text that no revision has. */
const textsMs = 3_600_000;

/** How long things are kept, in milliseconds. */
export interface RetentionPeriods {
  /** Resolved and withdrawn changes, with all that belongs to them; their audit records stay. */
  resolvedChanges: number;
  notifications: number;
  /** Inbox, outbox and settled deliveries. */
  events: number;
  /** Of definitions, with their texts. */
  revisions: number;
  /** Null keeps them for ever. */
  auditRecords: number | null;
}

/**
 * Deletes what is older than it is kept, in batches, so that no statement holds locks for long. What is not finished stays
 * however old it is: unfinished events, the inbox rows that keep them from having a second effect, pending and dead
 * deliveries, and the changes they belong to.
 */
export class RetentionSweeper {
  constructor(
    private readonly deps: {
      knex: Knex;
      unitOfWork: UnitOfWork;
      events: EventWriter;
      auditPurger: AuditPurger;
      logger: LoggerService;
      periods: RetentionPeriods;
    },
  ) {}

  async sweep(signal?: AbortSignal): Promise<void> {
    const { knex, unitOfWork, periods, auditPurger } = this.deps;
    const { auditRecords } = periods;
    await this.inBatches('changes', signal, () => this.deleteChanges());
    await this.inBatches('notifications', signal, () =>
      unitOfWork.run(tx =>
        deleteOldNotifications(tx, periods.notifications, batchSize),
      ),
    );
    const ages: Record<string, number> = {
      'idempotency keys': idempotencyKeysMs,
      revisions: periods.revisions,
      definitions: textsMs,
    };
    for (const [what, statement] of Object.entries(sweepStatements)) {
      const ageMs = ages[what] ?? periods.events;
      await this.inBatches(what, signal, async () => {
        const { rowCount } = await knex.raw<{ rowCount: number }>(statement, {
          ageMs,
          limit: batchSize,
        });
        return rowCount;
      });
    }
    if (auditRecords !== null) {
      await this.inBatches('audit records', signal, () =>
        auditPurger.purge(auditRecords, batchSize),
      );
    }
  }

  private async inBatches(
    what: string,
    signal: AbortSignal | undefined,
    sweepOne: () => Promise<number>,
  ): Promise<void> {
    let total = 0;
    for (let deleted = batchSize; deleted === batchSize && !signal?.aborted; ) {
      deleted = await sweepOne();
      total += deleted;
    }
    if (total > 0) this.deps.logger.info(`Retention deleted ${total} ${what}`);
  }

  /** One transaction per change: its end is an event, and so has an audit record. */
  private async deleteChanges(): Promise<number> {
    const { knex, unitOfWork, events, periods } = this.deps;
    const ids = await findOldChanges(knex, periods.resolvedChanges, batchSize);
    for (const id of ids) {
      await unitOfWork.run(async tx => {
        const locked = await lockChange(tx, id);
        if (!locked) return;
        const { change, ownerRefs } = locked;
        if (change.status !== 'resolved' && change.status !== 'withdrawn') {
          return;
        }
        await events.write(tx, {
          type: 'schema-change.deleted',
          actor: { type: 'system', ref: 'system:retention' },
          origin: noOrigin,
          change,
          ownerRefs,
          data: {
            before: { status: change.status, title: change.title },
            after: null,
            reason: 'Kept as long as the configuration says',
          },
        });
        await deleteChange(tx, id);
      });
    }
    return ids.length;
  }
}
