import { AudienceState } from '@changeguard/backstage-plugin-changeguard-common';
import { Member, ResolvedConsumer } from '../audience/AudienceResolver';
import { KnownConsumer } from '../audience/diffAudience';
import { Ids } from '../ports/Ids';
import { AffectedConsumerRow, AudienceMemberRow } from './tables';
import { Transaction } from './UnitOfWork';

const chunkSize = 500;

/** Writes who is affected by a change, and the people behind it. */
export class AudienceStore {
  constructor(private readonly deps: { ids: Ids }) {}

  /**
   * Adds consumers with their owners and people; one that is there stays as it is. A consumer with people starts as
   * `notified`, because the duty to tell them commits together with it; one with nobody behind it as `identified`.
   */
  async addConsumers(
    tx: Transaction,
    changeId: string,
    consumers: readonly ResolvedConsumer[],
    { late }: { late: boolean },
  ): Promise<{ id: string; consumer: ResolvedConsumer }[]> {
    const added = consumers.map(consumer => ({
      id: this.deps.ids.next(),
      consumer,
    }));
    await tx.batchInsert(
      'affected_consumers',
      added.map(({ id, consumer }) => ({
        id,
        change_id: changeId,
        entity_ref: consumer.entityRef,
        direct: consumer.direct,
        paths: JSON.stringify(consumer.paths),
        evidence: JSON.stringify(consumer.evidence),
        answer_state: consumer.members.length > 0 ? 'notified' : 'identified',
        late,
        reachable: consumer.members.length > 0,
      })),
      chunkSize,
    );
    await tx.batchInsert(
      'affected_consumer_owners',
      added.flatMap(({ id, consumer }) =>
        [...new Set(consumer.ownerRefs)].map(ownerRef => ({
          consumer_id: id,
          change_id: changeId,
          owner_ref: ownerRef,
        })),
      ),
      chunkSize,
    );
    await this.addMembers(tx, changeId, 'consumer', consumers);
    return added;
  }

  /** Adds the people behind entities; those who are there stay. */
  async addMembers(
    tx: Transaction,
    changeId: string,
    role: AudienceMemberRow['role'],
    entities: readonly { entityRef: string; members: readonly Member[] }[],
  ): Promise<void> {
    const rows = entities.flatMap(({ entityRef, members }) =>
      members.map(member => ({ entityRef, ...member })),
    );
    await tx.raw(
      `/* AudienceStore.addMembers */
       insert into audience_members (change_id, user_ref, role, via_entity_ref, via_owner_ref)
       select cast(:changeId as uuid), member.user_ref, :role, member.entity_ref, member.owner_ref
       from unnest(cast(:userRefs as text[]), cast(:entityRefs as text[]), cast(:ownerRefs as text[]))
         as member(user_ref, entity_ref, owner_ref)
       on conflict do nothing`,
      {
        changeId,
        role,
        userRefs: rows.map(({ userRef }) => userRef),
        entityRefs: rows.map(({ entityRef }) => entityRef),
        ownerRefs: rows.map(({ viaOwnerRef }) => viaOwnerRef),
      },
    );
  }

  /** Fills in the owners of the changed entity when the catalog could not name them as the change was recorded. */
  async addMissingOwners(
    tx: Transaction,
    changeId: string,
    ownerRefs: readonly string[],
  ): Promise<void> {
    if (ownerRefs.length === 0) return;
    await tx('schema_change_owners')
      .insert(ownerRefs.map(ref => ({ change_id: changeId, owner_ref: ref })))
      .onConflict()
      .ignore();
  }

  async setState(
    tx: Transaction,
    changeId: string,
    state: AudienceState,
  ): Promise<void> {
    await tx('schema_changes')
      .where({ id: changeId })
      .update({ audience_state: state });
  }

  async knownConsumers(
    tx: Transaction,
    changeId: string,
  ): Promise<KnownConsumer[]> {
    const rows = await tx<AffectedConsumerRow>('affected_consumers')
      .where({ change_id: changeId })
      .select('id', 'entity_ref', 'left_at', 'reachable');
    return rows.map(({ id, entity_ref, left_at, reachable }) => ({
      id,
      entityRef: entity_ref,
      left: left_at !== null,
      reachable,
    }));
  }

  async setLeft(
    tx: Transaction,
    consumerId: string,
    left: boolean,
  ): Promise<void> {
    await tx('affected_consumers')
      .where({ id: consumerId })
      .update({ left_at: left ? tx.fn.now() : null });
  }

  /** Somebody stands behind a consumer now who can be told. */
  async setReachable(tx: Transaction, consumerId: string): Promise<void> {
    await tx('affected_consumers')
      .where({ id: consumerId })
      .update({
        reachable: true,
        answer_state: tx.raw(
          `case answer_state when 'identified' then 'notified' else answer_state end`,
        ),
      });
  }
}
