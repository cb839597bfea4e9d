import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ChangeGuardSubscriber,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { AudienceKeeper } from '../audience/AudienceKeeper';
import { AudienceResolver } from '../audience/AudienceResolver';
import { SignalPublisher } from '../channels/SignalPublisher';
import { AudienceStore } from '../database/AudienceStore';
import { AuditLog } from '../database/AuditLog';
import { ConcernedReader } from '../database/ConcernedReader';
import { NotificationLedger } from '../database/NotificationLedger';
import { RecipientFactsReader } from '../database/RecipientFactsReader';
import { DeliveryLedger } from '../deliveries/DeliveryLedger';
import { CatalogPort } from '../ports/CatalogPort';
import { Ids } from '../ports/Ids';
import { AudienceSubscriber } from './AudienceSubscriber';
import { AuditSubscriber } from './AuditSubscriber';
import { ChannelSubscriber } from './ChannelSubscriber';
import { EventSubscriber } from './EventSubscriber';
import { NotificationSubscriber } from './NotificationSubscriber';
import { PluginSubscriber } from './PluginSubscriber';
import { RecipientResolver } from './RecipientResolver';
import { TellingPreparer } from './TellingPreparer';

/** Refuses ids that are malformed or taken: they name subscriptions, and inbox rows for good. */
function checkIds(ids: readonly string[]): void {
  ids.forEach((id, index) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      throw new InputError(
        `The subscriber id '${id}' must be lower case letters, digits and dashes`,
      );
    }
    if (ids.indexOf(id) !== index) {
      throw new InputError(`There are two subscribers with the id '${id}'`);
    }
  });
}

/** Everybody who handles events: ours, those that fill channels, and those of other plugins. */
export function createSubscribers(deps: {
  knex: Knex;
  ids: Ids;
  catalog: CatalogPort;
  logger: LoggerService;
  resolver: AudienceResolver;
  audience: AudienceStore;
  keeper: AudienceKeeper;
  auditLog: AuditLog;
  signals: SignalsService;
  channels: readonly NotificationChannel[];
  pluginSubscribers: readonly ChangeGuardSubscriber[];
  wakeWorkers: () => void;
}): EventSubscriber[] {
  const { knex, ids, resolver, audience, keeper, channels, wakeWorkers } = deps;
  const deliveries = new DeliveryLedger({ ids });
  const preparer = new TellingPreparer({
    knex,
    catalog: deps.catalog,
    recipients: new RecipientResolver({
      facts: new RecipientFactsReader(knex),
      audience: resolver,
    }),
  });
  const filledBy = (subscriber: string) =>
    channels.filter(channel => channel.subscriber === subscriber);
  const notification = new NotificationSubscriber({
    preparer,
    concerned: new ConcernedReader(knex),
    notifications: new NotificationLedger({ ids }),
    deliveries,
    channels: filledBy('notification'),
    signals: new SignalPublisher(deps),
    wakeWorkers,
  });
  const ofChannels = new Set(channels.map(({ subscriber }) => subscriber));
  ofChannels.delete(notification.id);
  const subscribers: EventSubscriber[] = [
    new AudienceSubscriber({ knex, resolver, audience, keeper }),
    notification,
    new AuditSubscriber(deps),
    ...[...ofChannels].map(
      id =>
        new ChannelSubscriber({
          id,
          preparer,
          deliveries,
          channels: filledBy(id),
          wakeWorkers,
        }),
    ),
    ...deps.pluginSubscribers.map(one => new PluginSubscriber(one)),
  ];
  checkIds(subscribers.map(({ id }) => id));
  return subscribers;
}
