import { BackendFeature } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { Door } from '../doors/Door';

/** What carries events, in the order in which they are proved. */
export const brokerNames = ['embedded', 'pubsub'] as const;

export type BrokerName = (typeof brokerNames)[number];

/** How one instance reaches the broker. */
export interface BrokerLink {
  /** What brings the transport. */
  feature: BackendFeature;
  /** What `changeguard` is told about it. */
  config: JsonObject;
  /** The portal has started. */
  letIn(): void;
  /** Subscriptions that it has begun to read so far. */
  opened(): number;
}

/** What carries the events of a run, for one instance after the other. */
export interface Broker {
  /** @param instance - its connections to the database, and the door before its ports */
  link(instance: { knex: Knex; door: Door }): Promise<BrokerLink>;
  /** Messages that are neither in the database nor acknowledged. */
  backlog(): number;
  /** Lets time pass, until what was leased is free. */
  endLeases(): void;
  close(): Promise<void>;
}
