import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { AudienceProvider } from './audience/AudienceProvider';
import { NotificationChannel } from './channels/NotificationChannel';
import { ChangeGuardFormat } from './formats/ChangeGuardFormat';
import { ChangeGuardSubscriber } from './subscribers/ChangeGuardSubscriber';
import { EventTransport } from './transport/EventTransport';
import { UnsubscribeLinks } from './channels/UnsubscribeLinks';

/** Where modules add consumers of events. @public */
export interface ChangeGuardSubscribersExtensionPoint {
  /**
   * Gives it a subscription of its own.
   *
   * @throws Error - when the id is taken or malformed.
   */
  addSubscriber(subscriber: ChangeGuardSubscriber): void;
}

/** {@inheritDoc ChangeGuardSubscribersExtensionPoint} @public */
export const changeGuardSubscribersExtensionPoint =
  createExtensionPoint<ChangeGuardSubscribersExtensionPoint>({
    id: 'changeguard.subscribers',
  });

/** Where a module offers another broker; `changeguard.transport` chooses one by its kind. @public */
export interface ChangeGuardTransportExtensionPoint {
  /** The factory runs only when its kind is the configured one. */
  addTransport(kind: string, create: () => EventTransport): void;
}

/** {@inheritDoc ChangeGuardTransportExtensionPoint} @public */
export const changeGuardTransportExtensionPoint =
  createExtensionPoint<ChangeGuardTransportExtensionPoint>({
    id: 'changeguard.transport',
  });

/** Where modules add ways to tell people. @public */
export interface ChangeGuardChannelsExtensionPoint {
  /** Throws when the id is taken. */
  addChannel(channel: NotificationChannel): void;
  /** Makes the signed links that let a recipient switch a channel off without signing in. */
  readonly unsubscribeLinks: UnsubscribeLinks;
}

/** {@inheritDoc ChangeGuardChannelsExtensionPoint} @public */
export const changeGuardChannelsExtensionPoint =
  createExtensionPoint<ChangeGuardChannelsExtensionPoint>({
    id: 'changeguard.channels',
  });

/** Where modules add ways to find who is affected. @public */
export interface ChangeGuardAudienceExtensionPoint {
  /** Asked besides the catalog whenever an audience is resolved. Throws when the id is taken. */
  addProvider(provider: AudienceProvider): void;
}

/** {@inheritDoc ChangeGuardAudienceExtensionPoint} @public */
export const changeGuardAudienceExtensionPoint =
  createExtensionPoint<ChangeGuardAudienceExtensionPoint>({
    id: 'changeguard.audience',
  });

/** Where modules add formats of definitions that can be compared. @public */
export interface ChangeGuardFormatsExtensionPoint {
  /**
   * Watches, checks and compares definitions of this format like those that ChangeGuard knows itself.
   *
   * @throws Error - when the id is taken or malformed.
   */
  addFormat(format: ChangeGuardFormat): void;
}

/** {@inheritDoc ChangeGuardFormatsExtensionPoint} @public */
export const changeGuardFormatsExtensionPoint =
  createExtensionPoint<ChangeGuardFormatsExtensionPoint>({
    id: 'changeguard.formats',
  });
