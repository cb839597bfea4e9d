import { ServiceUnavailableError } from '@backstage/errors';
import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { AudienceKeeper } from '../audience/AudienceKeeper';
import {
  AudienceResolver,
  Member,
  ResolvedAudience,
} from '../audience/AudienceResolver';
import { followingFrom } from '../audience/systemActor';
import { AudienceStore } from '../database/AudienceStore';
import { lockChange } from '../database/operations/lockChange';
import { SchemaChangeRow } from '../database/tables';
import { Transaction } from '../database/UnitOfWork';
import { PreparingSubscriber } from './EventSubscriber';

/** How long an announcement waits for a catalog that cannot be read whole, before those that could be read are told. */
const patience = '30 seconds';

/** What the catalog says: of a draft only who stands behind the provider. */
type Prepared =
  | { of: 'nothing' }
  | { of: 'draft'; members: Member[] }
  | { of: 'announced'; audience: ResolvedAudience };

/**
 * Finds out who is affected by a change that was announced, and freezes the list. The event `audience.snapshotted` that it
 * writes is what people are told on. A change that is opened again has its list brought up to date instead.
 *
 * A catalog that cannot be read whole is mostly on its way up or down, so the event comes again; only when that lasts is the list frozen
 * as `partial`, and completed by the upkeep.
 */
export class AudienceSubscriber implements PreparingSubscriber<Prepared> {
  readonly id = 'audience';
  readonly types = [
    'schema-change.recorded',
    'schema-change.announced',
    'schema-change.reopened',
  ] as const;

  constructor(
    private readonly deps: {
      knex: Knex;
      resolver: AudienceResolver;
      audience: AudienceStore;
      keeper: AudienceKeeper;
    },
  ) {}

  async prepare(
    event: ChangeGuardEvent,
    context: { signal: AbortSignal },
  ): Promise<Prepared> {
    const { knex, resolver } = this.deps;
    const change = await knex<SchemaChangeRow>('schema_changes')
      .where({ id: event.subject })
      .first<Pick<SchemaChangeRow, 'entity_ref'> & { can_wait: boolean }>(
        'entity_ref',
        knex.raw(
          `exists (
             select from outbox where id = ? and created_at > now() - cast(? as interval)
           ) as can_wait`,
          [event.id, patience],
        ),
      );
    if (!change) return { of: 'nothing' };
    if (event.type === 'schema-change.recorded') {
      const members = await resolver.expandOwners(event.data.change.ownerRefs);
      return { of: 'draft', members };
    }
    const audience = await resolver.resolve(change.entity_ref, context);
    if (audience.catalogFailure && change.can_wait) {
      throw new ServiceUnavailableError(
        `The catalog could not be read whole for the consumers of ${change.entity_ref}`,
        audience.catalogFailure,
      );
    }
    return { of: 'announced', audience };
  }

  async apply(
    tx: Transaction,
    event: ChangeGuardEvent,
    prepared: Prepared,
    { traceparent }: { traceparent: string | null },
  ): Promise<void> {
    const { audience, keeper } = this.deps;
    if (prepared.of === 'nothing') return;
    const origin = followingFrom(traceparent);
    const locked = await lockChange(tx, event.subject);
    if (!locked) return;
    if (prepared.of === 'draft') {
      const { id, entity_ref: entityRef } = locked.change;
      await audience.addMembers(tx, id, 'provider', [
        { entityRef, members: prepared.members },
      ]);
    } else if (isFrozen(locked.change)) {
      await keeper.reconcile(tx, locked, prepared.audience, origin);
    } else {
      await keeper.freeze(tx, locked, prepared.audience, { event, origin });
    }
  }
}

function isFrozen(change: SchemaChangeRow): boolean {
  return (
    change.audience_state === 'complete' || change.audience_state === 'partial'
  );
}
