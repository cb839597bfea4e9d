import { PortalError, type PortalClient } from './PortalClient.ts';

const PATH = '/user-settings/buckets/sample-organisation/keys/changes';

/**
 * Remembers in the portal itself that the sample changes were played to the end, as a setting of the
 * person who keeps the portal. From then on they belong to the people who try things out: playing them again
 * would undo what these did.
 */
export class SeededMark {
  readonly #portal: PortalClient;
  readonly #keeper: string;

  constructor(portal: PortalClient, keeper: string) {
    this.#portal = portal;
    this.#keeper = keeper;
  }

  async isSet(): Promise<boolean> {
    try {
      await this.#portal.call({ by: this.#keeper, method: 'GET', path: PATH });
      return true;
    } catch (error) {
      if (error instanceof PortalError && error.status === 404) {
        return false;
      }
      throw error;
    }
  }

  async set(): Promise<void> {
    await this.#portal.call({
      by: this.#keeper,
      method: 'PUT',
      path: PATH,
      body: { value: 'played' },
    });
  }
}
