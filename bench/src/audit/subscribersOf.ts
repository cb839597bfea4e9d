import type { NotificationChannel } from '@changeguard/backstage-plugin-changeguard-node';
import { sampleCatalog } from '../../../plugins/changeguard-backend/src/__testUtils__/InMemoryCatalog';
import { AudienceKeeper } from '../../../plugins/changeguard-backend/src/audience/AudienceKeeper';
import { CatalogAudienceResolver } from '../../../plugins/changeguard-backend/src/audience/CatalogAudienceResolver';
import { AudienceStore } from '../../../plugins/changeguard-backend/src/database/AudienceStore';
import type { AuditLog } from '../../../plugins/changeguard-backend/src/database/AuditLog';
import { createSubscribers } from '../../../plugins/changeguard-backend/src/subscribers/createSubscribers';
import type { EventSubscriber } from '../../../plugins/changeguard-backend/src/subscribers/EventSubscriber';
import type { OutboxLab } from '../pipeline/OutboxLab';
import { quiet } from '../pipeline/quiet';

/** What the deliveries are frozen for; nobody sends them. */
const channel = (
  id: string,
  subscriber: string,
  preference: NotificationChannel['preference'],
): NotificationChannel => ({
  id,
  subscriber,
  preference,
  send: async (_message, deliveries) =>
    deliveries.map(() => ({ outcome: 'delivered' })),
});

/** The plugin's own subscribers, with a catalog in memory: an announced change of its API is told to three people. */
export function subscribersOf(
  { knex, ids, events }: OutboxLab,
  auditLog: AuditLog,
): EventSubscriber[] {
  const catalog = sampleCatalog();
  const audience = new AudienceStore({ ids });
  return createSubscribers({
    knex,
    ids,
    catalog,
    logger: quiet,
    resolver: new CatalogAudienceResolver({
      catalog,
      providers: () => [],
      logger: quiet,
      pausesMs: [],
    }),
    audience,
    keeper: new AudienceKeeper({ audience, events }),
    auditLog,
    signals: { publish: async () => {} },
    channels: [
      channel('backstage', 'notification', 'inApp'),
      channel('email', 'email', 'email'),
    ],
    pluginSubscribers: [],
    wakeWorkers: () => {},
  });
}
