import { setTimeout as pause } from 'timers/promises';
import { CatalogEntity, CatalogPort } from '../ports/CatalogPort';

const batchSize = 1_000;

/**
 * What one resolution has read of the catalog: each entity once, so that its parts fit together. A batch that fails is
 * read again after each pause; when all of that fails, the snapshot is `incomplete` and its entities stay unread.
 */
export class CatalogSnapshot {
  private readonly entities = new Map<string, CatalogEntity | null>();
  private failure?: unknown;

  constructor(
    private readonly catalog: CatalogPort,
    private readonly pausesMs: readonly number[],
  ) {}

  /** Undefined: not read. Null: not in the catalog. */
  readonly get = (entityRef: string): CatalogEntity | null | undefined =>
    this.entities.get(entityRef);

  get incomplete(): boolean {
    return this.failure !== undefined;
  }

  /** Why it is incomplete. */
  get reason(): unknown {
    return this.failure;
  }

  async read(entityRefs: readonly string[], signal?: AbortSignal) {
    const missing = [...new Set(entityRefs)].filter(
      ref => !this.entities.has(ref),
    );
    for (let from = 0; from < missing.length; from += batchSize) {
      signal?.throwIfAborted();
      const batch = missing.slice(from, from + batchSize);
      try {
        const read = await this.readPatiently(batch, signal);
        batch.forEach((ref, index) => this.entities.set(ref, read[index]));
      } catch (error) {
        signal?.throwIfAborted();
        this.failure = error;
      }
    }
  }

  private async readPatiently(batch: readonly string[], signal?: AbortSignal) {
    // A catalog that is away stays away for the next batch, too.
    for (const pauseMs of this.incomplete ? [] : this.pausesMs) {
      try {
        return await this.catalog.getEntities(batch);
      } catch {
        await pause(pauseMs, undefined, { signal });
      }
    }
    return this.catalog.getEntities(batch);
  }
}
