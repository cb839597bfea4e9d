/**
 * What backend plugins need to build on ChangeGuard: the service, the extension points, the permission rules.
 *
 * @packageDocumentation
 */

export * from './audience/AudienceProvider';
export * from './channels/NotificationChannel';
export * from './channels/UnsubscribeLinks';
export * from './extensionPoints';
export * from './formats/ChangeGuardFormat';
export * from './permissions/rules';
export * from './permissions/schemaChangeResourceRef';
export * from './service/ChangeGuardService';
export { changeGuardServiceRef } from './service/changeGuardServiceRef';
export * from './subscribers/ChangeGuardSubscriber';
export * from './transport/EventTransport';
export * from './transport/Hands';
export * from './transport/settleInTime';
