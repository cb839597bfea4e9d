/**
 * ChangeGuard on the command line.
 *
 * @packageDocumentation
 */

export { main } from './main';
