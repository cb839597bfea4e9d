/**
 * ChangeGuard's frontend. The default export is for the new frontend system, the named ones are for the legacy system.
 *
 * @packageDocumentation
 */

export { changeGuardFrontendPlugin as default } from './plugin';
export {
  ChangeGuardPage,
  changeGuardPlugin,
  EntityChangeGuardCard,
  EntityChangeGuardContent,
  isChangeGuardAvailable,
} from './legacy';
export { changeGuardTranslationRef } from './translation';
