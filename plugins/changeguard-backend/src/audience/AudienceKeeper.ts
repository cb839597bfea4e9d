import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { AudienceStore } from '../database/AudienceStore';
import { unboundTransaction } from '../database/boundTransactions';
import { EventWriter, RequestOrigin } from '../database/EventWriter';
import { LockedChange } from '../database/operations/lockChange';
import { Transaction } from '../database/UnitOfWork';
import { ResolvedAudience } from './AudienceResolver';
import { AudienceDifference, diffAudience } from './diffAudience';
import { audienceActor, noOrigin } from './systemActor';

const nothing = { before: null, after: null, reason: null };

/** Differences that are written within the time of a transaction, however far PostgreSQL is: up to three statements each. */
const mostInTime = 500;

/**
 * Keeps the list of a change's affected consumers.
 *
 * Its states are those of `audience_state`: `resolving` → frozen by `freeze` as `complete` or `partial` → `reconcile`d with the
 * catalog while the change is open, which adds the late, marks those that left, and completes what was partial. Runs in the
 * caller's transaction, which holds the change's row.
 */
export class AudienceKeeper {
  constructor(
    private readonly deps: { audience: AudienceStore; events: EventWriter },
  ) {}

  /** Writes the list as it is found now, and says so with one event. */
  async freeze(
    tx: Transaction,
    { change, ownerRefs }: LockedChange,
    resolved: ResolvedAudience,
    {
      event: cause,
      origin,
    }: { event: ChangeGuardEvent; origin: RequestOrigin },
  ): Promise<void> {
    const { audience, events } = this.deps;
    const owners = ownerRefs.length > 0 ? ownerRefs : resolved.ownerRefs;
    await audience.addMissingOwners(tx, change.id, owners);
    await audience.addMembers(tx, change.id, 'provider', [
      { entityRef: change.entity_ref, members: resolved.providerMembers },
    ]);
    await audience.addConsumers(tx, change.id, resolved.consumers, {
      late: false,
    });
    await audience.setState(tx, change.id, resolved.state);
    const people = resolved.consumers.flatMap(({ members }) =>
      members.map(({ userRef }) => userRef),
    );
    await events.write(tx, {
      type: 'audience.snapshotted',
      actor: audienceActor,
      origin,
      change: { ...change, audience_state: resolved.state },
      ownerRefs: owners,
      data: {
        ...nothing,
        audience: {
          causedBy: cause.id,
          announcedBy: cause.data.actor,
          state: resolved.state,
          consumers: resolved.consumers.length,
          people: new Set(people).size,
        },
      },
    });
  }

  /** Brings a frozen list up to date; each difference is an event of its own. */
  async reconcile(
    tx: Transaction,
    locked: LockedChange,
    resolved: ResolvedAudience,
    origin: RequestOrigin = noOrigin,
  ): Promise<void> {
    const { audience } = this.deps;
    const { id } = locked.change;
    const difference = diffAudience(
      await audience.knownConsumers(tx, id),
      resolved,
    );
    if (sizeOf(difference) > mostInTime) await unboundTransaction(tx);
    const added = await audience.addConsumers(tx, id, difference.appeared, {
      late: true,
    });
    for (const { id: consumerId, consumer } of added) {
      await this.say(tx, locked, origin, 'consumer.identified', {
        consumer: { id: consumerId, entityRef: consumer.entityRef },
        after: { late: true },
      });
    }
    for (const { known, consumer } of difference.reached) {
      const { entityRef } = consumer;
      await audience.addMembers(tx, id, 'consumer', [consumer]);
      await audience.setReachable(tx, known.id);
      await this.say(tx, locked, origin, 'consumer.identified', {
        consumer: { id: known.id, entityRef },
        before: { reachable: false },
        after: { reachable: true },
      });
    }
    for (const known of difference.returned) {
      await audience.setLeft(tx, known.id, false);
      await this.say(tx, locked, origin, 'consumer.identified', {
        consumer: { id: known.id, entityRef: known.entityRef },
        before: { left: true },
        after: { left: false },
      });
    }
    for (const known of difference.left) {
      await audience.setLeft(tx, known.id, true);
      await this.say(tx, locked, origin, 'consumer.left', {
        consumer: { id: known.id, entityRef: known.entityRef },
        before: { left: false },
        after: { left: true },
      });
    }
    await this.settle(tx, locked, resolved, origin);
  }

  /** `partial` ends when the catalog was read whole; what is whole stays so when a later reading fails. */
  private async settle(
    tx: Transaction,
    locked: LockedChange,
    resolved: ResolvedAudience,
    origin: RequestOrigin,
  ): Promise<void> {
    const { change, ownerRefs } = locked;
    if (change.audience_state !== 'partial' || resolved.state !== 'complete') {
      return;
    }
    await this.deps.audience.setState(tx, change.id, 'complete');
    await this.deps.events.write(tx, {
      type: 'schema-change.updated',
      actor: audienceActor,
      origin,
      change: { ...change, audience_state: 'complete' },
      ownerRefs,
      data: {
        before: { audienceState: 'partial' },
        after: { audienceState: 'complete' },
        reason: null,
      },
    });
  }

  private async say(
    tx: Transaction,
    { change, ownerRefs }: LockedChange,
    origin: RequestOrigin,
    type: 'consumer.identified' | 'consumer.left',
    data: {
      consumer: { id: string; entityRef: string };
      before?: Record<string, unknown>;
      after: Record<string, unknown>;
    },
  ): Promise<void> {
    await this.deps.events.write(tx, {
      type,
      actor: audienceActor,
      origin,
      change,
      ownerRefs,
      data: { ...nothing, ...data },
    });
  }
}

function sizeOf(difference: AudienceDifference): number {
  const { appeared, returned, reached, left } = difference;
  return appeared.length + returned.length + reached.length + left.length;
}
