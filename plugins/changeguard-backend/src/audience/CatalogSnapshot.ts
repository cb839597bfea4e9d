import { setTimeout as pause } from 'timers/promises';
import { CatalogEntity, CatalogPort } from '../ports/CatalogPort';

const batchSize = 1_000;
/** What ends a request of the catalog, such as a database that is restarted, ends another one right after it too. */
const secondTryAfterMs = 500;

/**
 * What one resolution has read of the catalog: each entity once, so that its parts fit together. A batch that fails is
 * tried once more, a moment later; when that fails too, the snapshot is `incomplete` and its entities stay unread.
 */
export class CatalogSnapshot {
  private readonly entities = new Map<string, CatalogEntity | null>();
  private failure?: unknown;

  constructor(private readonly catalog: CatalogPort) {}

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
        const read = await this.readTwice(batch, signal);
        batch.forEach((ref, index) => this.entities.set(ref, read[index]));
      } catch (error) {
        this.failure = error;
      }
    }
  }

  private async readTwice(batch: readonly string[], signal?: AbortSignal) {
    try {
      return await this.catalog.getEntities(batch);
    } catch {
      await pause(secondTryAfterMs, undefined, { signal });
      return this.catalog.getEntities(batch);
    }
  }
}
