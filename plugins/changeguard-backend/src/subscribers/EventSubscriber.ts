import {
  ChangeGuardEvent,
  ChangeGuardEventType,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Transaction } from '../database/UnitOfWork';

/**
 * A subscriber of our own. `prepare`, for those that need to know more than the event, may call the catalog and takes no locks;
 * what has none is given `undefined`. `apply` writes its rows in the transaction that also takes the inbox row, so that a second
 * delivery has no second effect; `committed` gives live hints afterwards and may be lost.
 */
export interface EventSubscriber<TPrepared = unknown> {
  id: string;
  types: readonly ChangeGuardEventType[];
  prepare?(
    event: ChangeGuardEvent,
    context: { signal: AbortSignal },
  ): Promise<TPrepared>;
  apply(
    tx: Transaction,
    event: ChangeGuardEvent,
    prepared: TPrepared,
    context: {
      /** W3C Trace Context of the request that caused the event; events written here carry it on. */
      traceparent: string | null;
    },
  ): Promise<void>;
  committed?(event: ChangeGuardEvent, prepared: TPrepared): void;
}
