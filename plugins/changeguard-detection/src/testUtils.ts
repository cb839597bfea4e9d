/**
 * What others test their use of the engines with.
 *
 * @packageDocumentation
 */

export type { HostileCase } from './testing/hostile/HostileCase';
export { hostileCases } from './testing/hostile/hostileCases';
