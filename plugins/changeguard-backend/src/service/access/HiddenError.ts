import { NotFoundError } from '@backstage/errors';

/**
 * Answers of what the caller may not see as of what is not there; only the audit trail learns which it was. What was refused is a getter,
 * because an answer shows the own properties of its error.
 */
export class HiddenError extends NotFoundError {
  get refusal(): string {
    return 'Hidden from the caller, who was told that it is not there';
  }
}
