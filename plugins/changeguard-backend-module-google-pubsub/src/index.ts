/**
 * The Google Pub/Sub transport of ChangeGuard.
 *
 * @packageDocumentation
 */

export { changeGuardModuleGooglePubSub as default } from './module';
