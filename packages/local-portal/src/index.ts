/**
 * Starts the portal and everything it needs on this machine: for people, for tests and for measuring.
 *
 * @packageDocumentation
 */
export { checkout } from './checkout.ts';
export { startServices } from './startServices.ts';
export type { PortalServices, ServicesOptions } from './startServices.ts';
export { startBuiltPortal } from './startBuiltPortal.ts';
export type { BuiltPortal, BuiltPortalOptions } from './startBuiltPortal.ts';
export { startReplicas } from './startReplicas.ts';
export { startRedis, type RedisConnection } from './services/redis.ts';
export { userToken } from './portal/userToken.ts';
export type { ConfigTree } from './portal/portalConfig.ts';
export type { ManagedProcess } from './processes/ManagedProcess.ts';
export { seedSampleChanges } from './seed/seedSampleChanges.ts';
export type { SeedOptions } from './seed/seedSampleChanges.ts';
export { stopEverything } from './processes/runningProcesses.ts';
export { stopEverythingOnSignal } from './processes/stopEverythingOnSignal.ts';
export { freePort } from './processes/ports.ts';
export { Progress } from './report/Progress.ts';
export { MissingServiceError } from './discovery/MissingServiceError.ts';
export type { Service, ServiceKind } from './services/Service.ts';
