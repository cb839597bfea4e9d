/**
 * For tests of frontends that use ChangeGuard: a stubbed API and samples of what it answers.
 *
 * @packageDocumentation
 */

export type { ChangeGuardApi } from './api/ChangeGuardApi';
export {
  stubChangeGuardApi,
  type StubbedOperations,
  type StubCall,
} from './testUtils/stubChangeGuardApi';
export {
  sampleAuditEntry,
  sampleChange,
  sampleChangeDetail,
  sampleCheckResult,
  sampleConsumer,
  sampleDelivery,
  sampleFailingEvent,
  sampleNotification,
} from './testUtils/samples';
