import { UsageError } from '../UsageError';

/** Kind and name, and between them a namespace where it is not the default one; what their letters may be, the portal says. */
const PATTERN = /^[^:/\s]+:(?:[^:/\s]+\/)?[^:/\s]+$/;

/**
 * The entity that was typed.
 *
 * @throws UsageError - when that is no reference of one
 */
export function entityRefOf(typed: string): string {
  if (PATTERN.test(typed)) return typed;
  throw new UsageError(
    `--entity '${typed}' is no reference of an entity: write its kind, too, such as api:default/payments.`,
  );
}
