/**
 * Types, event schemas, permissions and the API client of ChangeGuard; runs in browsers and in Node.
 *
 * @packageDocumentation
 */

export * from './events/ChangeGuardEvent';
export * from './events/parseEvent';
export * from './http/auditExport';
export * from './http/ChangeGuardClient';
export * from './http/openApiDocument';
export * from './http/Operation';
export * from './http/operations';
export * from './http/queries';
export * from './model/acceptance';
export * from './model/audience';
export * from './model/auditActions';
export * from './model/auditChain';
export * from './model/auditRecord';
export * from './model/comment';
export * from './model/comparison';
export * from './model/consumer';
export * from './model/defaultPreferences';
export * from './model/delivery';
export * from './model/entityRef';
export * from './model/finding';
export * from './model/groupFindings';
export * from './model/health';
export * from './model/instant';
export * from './model/legalMoves';
export * from './model/mentions';
export * from './model/notification';
export * from './model/revision';
export { rulePageUrl } from './model/rulePageUrl';
export * from './model/schemaChange';
export { verdictOf } from './model/verdictOf';
export * from './permissions';
export * from './signal';
