/**
 * What other frontends need to show schema changes: the API, hooks and components of ChangeGuard.
 *
 * @packageDocumentation
 */

export type { ChangeGuardApi } from './api/ChangeGuardApi';
export { changeGuardApiRef } from './api/changeGuardApiRef';
export { AnswerProgress } from './components/AnswerProgress';
export { EffectiveDate } from './components/EffectiveDate';
export { EntityName } from './components/EntityName';
export { EntityNames } from './components/EntityNames';
export { FailurePanel } from './components/FailurePanel';
export { RelativeTime } from './components/RelativeTime';
export { SeverityChip } from './components/SeverityChip';
export { StatusChip } from './components/StatusChip';
export { useLiveRefresh } from './hooks/useLiveRefresh';
export { useLoad, type Loaded } from './hooks/useLoad';
export { useOwnership, type Ownership } from './hooks/useOwnership';
export { useSchemaChange } from './hooks/useSchemaChange';
export { useUnreadCount } from './hooks/useUnreadCount';
export { changeGuardRouteRef, schemaChangeRouteRef } from './routes';
export { changeGuardReactTranslationRef } from './translation';
