import type {
  Delivery,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import { sampleDelivery } from '@changeguard/backstage-plugin-changeguard-react/testUtils';

const fates: Partial<Delivery>[] = [
  {
    state: 'retrying',
    attempts: 3,
    lastError: 'The SMTP server mail.example.com:587 failed: connect ETIMEDOUT',
    nextAttemptAt: new Date(Date.now() + 240_000).toISOString(),
  },
  {
    state: 'dead',
    attempts: 12,
    lastError:
      'The SMTP server mail.example.com:587 answered: 451 4.3.0 Temporary failure',
    settledAt: new Date(Date.now() - 3_600_000).toISOString(),
  },
  {
    state: 'undeliverable',
    attempts: 1,
    lastError: 'user:default/erin has no mail address in the catalog',
    settledAt: new Date(Date.now() - 7_200_000).toISOString(),
    recipient: 'user:default/erin',
  },
  { state: 'delivered', attempts: 1, settledAt: new Date().toISOString() },
  { channel: 'backstage', state: 'dead', attempts: 12, lastError: 'Not found' },
];

/** Deliveries about a change, one of every fate. */
export function createDeliveries(change: SchemaChangeSummary): Delivery[] {
  return fates.map(fate =>
    sampleDelivery({ changeId: change.id, changeTitle: change.title, ...fate }),
  );
}
