/**
 * A service that this machine does not have and that cannot be had without a person.
 *
 * @public
 */
export class MissingServiceError extends Error {
  /**
   * @param service - what is missing
   * @param tried - every way that was tried
   * @param remedy - what a person can do, as the end of a sentence
   */
  constructor(service: string, tried: string[], remedy: string) {
    super(`${service} is missing (tried ${tried.join(', ')}): ${remedy}.`);
    this.name = 'MissingServiceError';
  }
}
