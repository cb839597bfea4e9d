import {
  Actor,
  AuditOrigin,
  ChangeGuardEvent,
  ChangeGuardEventType,
  EventChangeFacts,
} from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Where a request came from; kept beside the event, and never published but for its id. */
export interface RequestOrigin {
  requestId: string | null;
  address: string | null;
  userAgent: string | null;
  traceparent: string | null;
  /** By which way it came in. */
  kind: AuditOrigin;
  /** The service that called in the name of the actor; null when the actor called. */
  via: string | null;
}

/** What a use case says when it writes an event. */
export type NewEvent<TType extends ChangeGuardEventType> = {
  [T in TType]: {
    type: T;
    actor: Actor;
    origin: RequestOrigin;
    /** The row as it stands after the use case's own writes, and its owners. */
    change: SchemaChangeRow;
    ownerRefs: string[];
    data: Omit<ChangeGuardEvent<T>['data'], 'change' | 'actor' | 'requestId'>;
  };
}[TType];

/**
 * Writes an event in the transaction of the state it speaks of. Takes the change's row lock and its next `sequence`, freezes
 * which subscribers must handle it, and leaves the rest to the relay.
 */
export interface EventWriter {
  write<TType extends ChangeGuardEventType>(
    tx: Transaction,
    event: NewEvent<TType>,
  ): Promise<ChangeGuardEvent<TType>>;
}

/** The change as events carry it. */
export function eventChangeFacts(
  change: SchemaChangeRow,
  ownerRefs: string[],
): EventChangeFacts {
  return {
    id: change.id,
    entityRef: change.entity_ref,
    ownerRefs,
    title: change.title,
    format: change.format,
    severity: change.severity,
    status: change.status,
    effectiveAt: change.effective_at?.toISOString() ?? null,
    version: change.version,
  };
}
