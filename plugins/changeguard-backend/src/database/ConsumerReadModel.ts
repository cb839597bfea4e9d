import { Knex } from 'knex';
import { deliveryRetries } from '../outbox/retryPolicy';
import { AffectedConsumerRow } from './tables';
import { Onlooker } from './SchemaChangeHead';

/** Enough of a consumer to decide who may see it. */
export interface ConsumerSketch {
  id: string;
  position: string;
  entity_ref: string;
  /** The viewer owns it, or is recorded as somebody behind it. */
  stands_behind: boolean;
}

/** How far the channels got with a consumer's people. */
export interface ChannelReach {
  channel: string;
  delivered: number;
  pending: number;
  failed: number;
  /** Of those that failed, who were given up before their attempts had run out. */
  refused: number;
  undeliverable: number;
}

/** One consumer with its owners and reach. */
export interface ConsumerDetail extends AffectedConsumerRow {
  owner_refs: string[];
  stands_behind: boolean;
  people: number;
  channels: ChannelReach[];
}

const standsBehind = `(
  exists (select from affected_consumer_owners o where o.consumer_id = a.id and o.owner_ref = any(?))
  or exists (select from audience_members m where m.change_id = a.change_id and m.user_ref = ?
             and m.role = 'consumer' and m.via_entity_ref = a.entity_ref)) as stands_behind`;

/** Reads who is affected by a change. */
export class ConsumerReadModel {
  constructor(private readonly knex: Knex) {}

  /** All consumers of a change, in the order they were found. Short rows, because each viewer sees others of them. */
  async sketches(
    changeId: string,
    viewer: Onlooker,
  ): Promise<ConsumerSketch[]> {
    const { rows } = await this.knex.raw<{ rows: ConsumerSketch[] }>(
      `/* ConsumerReadModel.sketches */
       select a.id, a.position, a.entity_ref, ${standsBehind}
       from affected_consumers a where a.change_id = ? order by a.position`,
      [viewer.claims as string[], viewer.ref, changeId],
    );
    return rows;
  }

  /** Consumers with their owners, the number of people behind them, and what became of the deliveries to these. */
  async details(
    changeId: string,
    ids: readonly string[],
    viewer: Onlooker,
  ): Promise<ConsumerDetail[]> {
    const { rows } = await this.knex.raw<{ rows: ConsumerDetail[] }>(
      `/* ConsumerReadModel.details */
       select a.*, ${standsBehind},
         array(select o.owner_ref from affected_consumer_owners o where o.consumer_id = a.id order by 1) as owner_refs,
         (select count(distinct m.user_ref)::int from audience_members m
          where m.change_id = a.change_id and m.role = 'consumer' and m.via_entity_ref = a.entity_ref) as people,
         (select coalesce(jsonb_agg(reach), '[]') from (
            select d.channel,
              count(*) filter (where d.state = 'delivered') as delivered,
              count(*) filter (where d.state = 'pending') as pending,
              count(*) filter (where d.state = 'dead') as failed,
              count(*) filter (where d.state = 'dead' and d.attempts < ?) as refused,
              count(*) filter (where d.state = 'undeliverable') as undeliverable
            from deliveries d where d.change_id = a.change_id and d.recipient in (
              select m.user_ref from audience_members m
              where m.change_id = a.change_id and m.role = 'consumer' and m.via_entity_ref = a.entity_ref)
            group by d.channel order by d.channel) reach) as channels
       from affected_consumers a
       where a.change_id = ? and a.id = any(?) order by a.position`,
      [
        viewer.claims as string[],
        viewer.ref,
        deliveryRetries.attempts ?? 0,
        changeId,
        ids as string[],
      ],
    );
    return rows;
  }
}
