/**
 * E-mail for ChangeGuard: a backend module that tells people about schema changes over SMTP.
 *
 * @packageDocumentation
 */

export { changeGuardEmailModule as default } from './module';
