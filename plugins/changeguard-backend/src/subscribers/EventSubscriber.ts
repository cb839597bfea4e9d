import {
  ChangeGuardEvent,
  ChangeGuardEventType,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Transaction } from '../database/UnitOfWork';

/** What applying an event is given besides the event. */
export interface ApplyContext {
  /** W3C Trace Context of the request that caused the event; events written here carry it on. */
  traceparent: string | null;
}

interface Subscriber<TPrepared> {
  id: string;
  types: readonly ChangeGuardEventType[];
  /**
   * How many of its events, being slow, may be in hand beyond the usual number; none when left out, as for all of ours: they are slow when
   * the catalog or PostgreSQL is in trouble, which more of them at a time would make worse.
   */
  mostSlow?: number;
  /** Writes its rows in the transaction that also takes the inbox row, so that a second delivery has no second effect. */
  apply(
    tx: Transaction,
    event: ChangeGuardEvent,
    prepared: TPrepared,
    context: ApplyContext,
  ): Promise<void>;
  /** Gives live hints afterwards, and may be lost. */
  committed?(event: ChangeGuardEvent, prepared: TPrepared): void;
}

/** One that needs to know more than the event. */
export interface PreparingSubscriber<TPrepared> extends Subscriber<TPrepared> {
  /** May call the catalog, and takes no locks. */
  prepare(
    event: ChangeGuardEvent,
    context: { signal: AbortSignal },
  ): Promise<TPrepared>;
}

/** One to whom the event says everything. */
export interface DirectSubscriber extends Subscriber<undefined> {
  prepare?: undefined;
}

/** A subscriber of our own. */
export type EventSubscriber<TPrepared = unknown> =
  | DirectSubscriber
  | PreparingSubscriber<TPrepared>;
