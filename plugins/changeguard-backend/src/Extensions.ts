import { ConflictError, InputError } from '@backstage/errors';
import { schemaFormats } from '@changeguard/backstage-plugin-changeguard-common';
import {
  AudienceProvider,
  ChangeGuardAudienceExtensionPoint,
  ChangeGuardChannelsExtensionPoint,
  ChangeGuardFormat,
  ChangeGuardFormatsExtensionPoint,
  ChangeGuardSubscriber,
  ChangeGuardSubscribersExtensionPoint,
  ChangeGuardTransportExtensionPoint,
  EventTransport,
  NotificationChannel,
  UnsubscribeLinks,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Registry } from './Registry';

/** Subscribers of our own: their ids are stored with every event. */
const ownSubscribers = ['audience', 'notification', 'audit'];
const ownChannels = ['backstage'];

/** Modules are initialised before the plugin, so the links they are given come into force when it is. */
class LateUnsubscribeLinks implements UnsubscribeLinks {
  target?: UnsubscribeLinks;

  async forRecipient(recipient: string): Promise<string> {
    if (!this.target) {
      throw new ConflictError('Links can be made once ChangeGuard has started');
    }
    return this.target.forRecipient(recipient);
  }
}

/** What modules add to ChangeGuard, behind its extension points. */
export class Extensions {
  private readonly subscribersById = new Registry<ChangeGuardSubscriber>(
    'subscriber',
    ownSubscribers,
  );
  private readonly channelsById = new Registry<NotificationChannel>(
    'channel',
    ownChannels,
  );
  private readonly providersById = new Registry<AudienceProvider>(
    'audience provider',
  );
  private readonly transportsByKind = new Registry<() => EventTransport>(
    'transport',
    ['postgres'],
  );
  private readonly links = new LateUnsubscribeLinks();

  readonly subscribersPoint: ChangeGuardSubscribersExtensionPoint = {
    addSubscriber: subscriber =>
      this.subscribersById.add(subscriber.id, subscriber),
  };

  readonly channelsPoint: ChangeGuardChannelsExtensionPoint = {
    addChannel: channel => this.channelsById.add(channel.id, channel),
    unsubscribeLinks: this.links,
  };

  private readonly formatsById = new Registry<ChangeGuardFormat>(
    'format',
    schemaFormats,
  );

  readonly formatsPoint: ChangeGuardFormatsExtensionPoint = {
    addFormat: format => this.formatsById.add(format.id, format),
  };

  readonly audiencePoint: ChangeGuardAudienceExtensionPoint = {
    addProvider: provider => this.providersById.add(provider.id, provider),
  };

  readonly transportPoint: ChangeGuardTransportExtensionPoint = {
    addTransport: (kind, create) => this.transportsByKind.add(kind, create),
  };

  /** What modules added, once all of them have been initialised. */
  registered() {
    return {
      subscribers: this.subscribersById.all(),
      channels: this.channelsById.all(),
      audienceProviders: this.providersById.all(),
      formats: this.formatsById.all(),
    };
  }

  /**
   * The transport that the configuration chose.
   *
   * @throws InputError - when no module offers it, naming those there are.
   */
  transport(kind: string, postgres: () => EventTransport): EventTransport {
    const create =
      kind === 'postgres' ? postgres : this.transportsByKind.get(kind);
    if (!create) {
      const kinds = ['postgres', ...this.transportsByKind.ids()];
      throw new InputError(
        `The configuration 'changeguard.transport' is '${kind}', which no installed module offers; there is ${kinds.join(
          ', ',
        )}.`,
      );
    }
    return create();
  }

  linkWith(links: UnsubscribeLinks): void {
    this.links.target = links;
  }
}
