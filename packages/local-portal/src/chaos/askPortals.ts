import type { AuditVerification } from '@changeguard/backstage-plugin-changeguard-common';
import type pg from 'pg';
import { userRef } from './cast.ts';
import type { ReplicaClient } from './ReplicaClient.ts';

/** May read the audit trail. */
export const AUDITOR = 'dana';

/**
 * Asks every backend what its people would: whether the audit trail is whole, and how much they have not read. Answers a sentence for each
 * answer that is not as it must be.
 *
 * @param clients - one per backend
 */
export async function askPortals(
  clients: readonly ReplicaClient[],
  people: readonly string[],
  changeguard: pg.Pool,
): Promise<string[]> {
  const records = await countRecords(changeguard);
  const unread = await countUnread(changeguard);
  const wrong: string[] = [];
  for (const [index, client] of clients.entries()) {
    const trail = await verifyTrail(client, records);
    if (trail) {
      wrong.push(`backend ${index} says of the audit trail that ${trail}`);
    }
    for (const person of people) {
      const told = await client.call<{ unread: number }>({
        by: person,
        method: 'GET',
        path: '/changeguard/notifications/unread-count',
      });
      const counted = unread.get(userRef(person)) ?? 0;
      if (told.unread !== counted) {
        wrong.push(
          `backend ${index} tells ${person} of ${told.unread} unread notifications, and there are ${counted}`,
        );
      }
    }
  }
  return wrong;
}

/** Checks the chain from its first record to its last; answers what is wrong with it. */
async function verifyTrail(
  client: ReplicaClient,
  records: number,
): Promise<string | null> {
  let fromSeq: number | null = 1;
  let verified = 0;
  while (fromSeq !== null) {
    const stretch: AuditVerification = await client.call({
      by: AUDITOR,
      method: 'GET',
      path: `/changeguard/audit/verify?fromSeq=${fromSeq}`,
    });
    if (stretch.outcome !== 'intact') {
      return `it is ${stretch.outcome} at ${JSON.stringify(stretch.firstBad)}`;
    }
    verified = stretch.toSeq;
    fromSeq = stretch.nextSeq;
  }
  return verified >= records
    ? null
    : `it is whole up to ${verified}, and there are ${records} records`;
}

async function countRecords(changeguard: pg.Pool): Promise<number> {
  const { rows } = await changeguard.query<{ records: number }>(
    'select count(*)::int as records from audit_records',
  );
  return rows[0].records;
}

async function countUnread(
  changeguard: pg.Pool,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await changeguard.query<{ who: string; unread: number }>(
    `select recipient as who, count(*)::int as unread from notifications where read_at is null group by recipient`,
  );
  return new Map(rows.map(({ who, unread }) => [who, unread]));
}
