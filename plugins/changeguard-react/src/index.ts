/**
 * What other frontends need to show schema changes: the API, hooks and components of ChangeGuard.
 *
 * @packageDocumentation
 */

export type { ChangeGuardApi } from './api/ChangeGuardApi';
export { changeGuardApiRef } from './api/changeGuardApiRef';
export {
  AnswerButton,
  type AnswerButtonProps,
} from './components/AnswerButton/AnswerButton';
export { AnswerChip } from './components/AnswerChip';
export { AnswerProgress } from './components/AnswerProgress';
export { ChangeList, type ChangeListProps } from './components/ChangeList';
export {
  ChangeListView,
  type ChangeListViewProps,
} from './components/ChangeListView';
export { ChangeSummary } from './components/ChangeSummary';
export { EffectiveDate } from './components/EffectiveDate';
export { EntityName } from './components/EntityName';
export { EntityNames } from './components/EntityNames';
export { FailurePanel } from './components/FailurePanel';
export { RelativeTime } from './components/RelativeTime';
export {
  PagedListFrame,
  type PagedListFrameProps,
} from './components/PagedListFrame';
export { RowsSkeleton } from './components/RowsSkeleton';
export { SeverityChip } from './components/SeverityChip';
export { StatusChip } from './components/StatusChip';
export { WaitingBar } from './components/WaitingBar';
export { announceLocalChange } from './hooks/localChanges';
export { useDateLocale } from './hooks/useDateLocale';
export { useLiveRefresh } from './hooks/useLiveRefresh';
export { useLoad, type Loaded } from './hooks/useLoad';
export { useNotifications, type Notifications } from './hooks/useNotifications';
export { useNow } from './hooks/useNow';
export { useOwnership, type Ownership } from './hooks/useOwnership';
export { usePagedList, type PagedList } from './hooks/usePagedList';
export type { Page } from './hooks/pageMemory';
export { useReadingPlace } from './hooks/useReadingPlace';
export { useSchemaChange } from './hooks/useSchemaChange';
export {
  useSchemaChanges,
  type SchemaChangesQuery,
} from './hooks/useSchemaChanges';
export { useUnreadCount } from './hooks/useUnreadCount';
export { changeGuardRouteRef, schemaChangeRouteRef } from './routes';
export { changeGuardReactTranslationRef } from './translation';
