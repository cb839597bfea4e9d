import { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import { DeliveryDetail } from '../../database/DeliveryReadModel';
import { SchemaChanges } from '../changes/SchemaChanges';
import { Viewer } from '../Viewer';

function present(row: DeliveryDetail, changeTitle: string | null): Delivery {
  return {
    id: row.id,
    eventId: row.event_id,
    eventType: row.event_type,
    changeId: row.change_id,
    changeTitle,
    channel: row.channel,
    recipient: row.recipient,
    reason: row.reason,
    state: row.standing,
    attempts: row.attempts,
    lastError: row.last_error,
    nextAttemptAt: row.settled_at ? null : row.next_attempt_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}

/** Deliveries as the API answers them: with the titles of those changes alone that the viewer may see. */
export async function presentDeliveries(
  deps: { changes: SchemaChanges },
  viewer: Viewer,
  rows: readonly DeliveryDetail[],
): Promise<Delivery[]> {
  const visible = await deps.changes.among(
    viewer,
    rows.map(row => row.change_id),
  );
  return rows.map(row =>
    present(row, visible.get(row.change_id)?.title ?? null),
  );
}
