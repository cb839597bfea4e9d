import { LoggerService } from '@backstage/backend-plugin-api';
import { Actor } from '@changeguard/backstage-plugin-changeguard-common';
import { noOrigin } from '../audience/systemActor';
import { WatchedEntityRow } from '../database/detectionTables';
import { WatchStore } from '../database/WatchStore';
import { DefinitionCatalog, WatchedHead } from '../ports/DefinitionCatalog';
import { EntityWatcher } from './EntityWatcher';

/** Who speaks when the sweep has found something. */
export const detectionActor: Actor = {
  type: 'system',
  ref: 'system:detection',
};

/** What one sweep came to. */
export interface SweepCount {
  /** Entities whose definitions are watched. */
  entities: number;
  /** Those that were not as they were last seen, and so were read. */
  read: number;
  /** New revisions among them. */
  revisions: number;
}

/**
 * Goes through the catalog and looks at every entity that is not as it was last seen. An entity's etag tells, so that what did not
 * change costs a comparison of two short texts; of a file, its reader's etag.
 */
export class DetectionSweep {
  constructor(
    private readonly deps: {
      catalog: DefinitionCatalog;
      watch: Pick<WatchStore, 'sights'>;
      watcher: Pick<EntityWatcher, 'look'>;
      logger: LoggerService;
    },
  ) {}

  async sweep(signal?: AbortSignal): Promise<SweepCount> {
    const count: SweepCount = { entities: 0, read: 0, revisions: 0 };
    for await (const heads of this.deps.catalog.heads()) {
      const sights = await this.deps.watch.sights(
        heads.map(({ entityRef }) => entityRef),
      );
      count.entities += heads.length;
      for (const head of heads) {
        if (signal?.aborted) return count;
        if (isAsLastSeen(head, sights.get(head.entityRef))) continue;
        count.read++;
        if (await this.look(head, signal)) count.revisions++;
      }
    }
    if (count.revisions > 0) {
      this.deps.logger.info(
        `Detection found ${count.revisions} new revisions of ${count.entities} definitions`,
      );
    }
    return count;
  }

  /** Whether there was a new revision. One entity that fails leaves the others alone: it is looked at again next time. */
  private async look(
    { entityRef }: WatchedHead,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    try {
      const looked = await this.deps.watcher.look(
        entityRef,
        { source: 'catalog', actor: detectionActor, origin: noOrigin },
        signal,
      );
      return looked.outcome === 'new' || looked.outcome === 'first';
    } catch (error) {
      this.deps.logger.warn(
        `The definition of ${entityRef} could not be looked at`,
        error instanceof Error ? error : new Error(String(error)),
      );
      return false;
    }
  }
}

function isAsLastSeen(
  { etag, inFile }: WatchedHead,
  sight: WatchedEntityRow | undefined,
): boolean {
  return !inFile && etag !== null && etag === sight?.etag;
}
