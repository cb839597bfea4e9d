/**
 * The ChangeGuard backend plugin.
 *
 * @packageDocumentation
 */

export { changeGuardPlugin as default } from './plugin';
