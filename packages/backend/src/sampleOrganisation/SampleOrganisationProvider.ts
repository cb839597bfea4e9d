import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createHash } from 'node:crypto';

type Options = {
  logger: LoggerService;
  readEntities: () => Promise<Entity[]>;
  schedule: SchedulerServiceTaskRunner;
};

/**
 * Keeps the catalog in step with the sample organisation's files.
 *
 * It reads them again and again, so that editing a definition shows in the portal seconds later, and
 * speaks to the catalog only when they say something new: a full mutation makes it compare every entity.
 * While a file cannot be read, half-saved for instance, the catalog keeps what it has.
 */
export class SampleOrganisationProvider implements EntityProvider {
  readonly #options: Options;
  #appliedHash?: string;
  #lastComplaint?: string;

  constructor(options: Options) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'sample-organisation';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.schedule.run({
      id: 'sample-organisation-refresh',
      fn: () => this.#refresh(connection),
    });
  }

  async #refresh(connection: EntityProviderConnection): Promise<void> {
    const { logger, readEntities } = this.#options;
    try {
      const entities = await readEntities();
      const hash = createHash('sha256')
        .update(JSON.stringify(entities))
        .digest('hex');
      if (hash !== this.#appliedHash) {
        await connection.applyMutation({
          type: 'full',
          entities: entities.map(entity => ({
            entity,
            locationKey: this.getProviderName(),
          })),
        });
        this.#appliedHash = hash;
        logger.info(`Sample organisation: ${entities.length} entities`);
      }
      this.#lastComplaint = undefined;
    } catch (error) {
      this.#complainOnce(error);
    }
  }

  /** A broken file stays broken for many rounds; one line in the log is enough. */
  #complainOnce(error: unknown): void {
    const { message } = new ForwardedError(
      'Sample organisation not refreshed',
      error,
    );
    if (message !== this.#lastComplaint) {
      this.#options.logger.warn(message);
      this.#lastComplaint = message;
    }
  }
}
