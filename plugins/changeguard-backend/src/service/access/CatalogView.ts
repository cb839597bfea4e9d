import { LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ShortMemo } from '../../cache/ShortMemo';
import { unavailable } from '../unavailable';
import { Viewer, viewerKey } from '../Viewer';

/** Refs per request: with the longest refs still below the 100 KB that the catalog takes in one body. */
const batchSize = 200;

/** A catalog entity in the eyes of a viewer. */
export interface ViewedEntity {
  ownerRefs: string[];
}

/**
 * The catalog as a viewer sees it: asked with the viewer's own credentials, so that the catalog's permissions hold here too.
 *
 * Answers are remembered for ten seconds per viewer: people page through lists of the same entities, and without it every
 * request would wait for one more request over HTTP, several times as long as our own. Someone who loses the permission to read an
 * entity sees its changes that much longer.
 */
export class CatalogView {
  private readonly memo = new ShortMemo<ViewedEntity | undefined>({
    milliseconds: 10_000,
    entries: 50_000,
  });

  constructor(
    private readonly catalog: CatalogService,
    private readonly logger: LoggerService,
  ) {}

  /** Those of the entities that the viewer may read. */
  async readable(
    viewer: Viewer,
    entityRefs: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const key = viewerKey(viewer);
    const distinct = [...new Set(entityRefs)];
    const unknown = distinct.filter(ref => !this.memo.peek(key + ref));
    for (let start = 0; start < unknown.length; start += batchSize) {
      const refs = unknown.slice(start, start + batchSize);
      const batch = this.ask(viewer, refs);
      for (const [index, ref] of refs.entries()) {
        const one = batch.then(entities => entities[index]);
        await this.memo.get(key + ref, () => one);
      }
    }
    const readable = new Set<string>();
    for (const ref of distinct) {
      if (await this.entity(viewer, ref, key)) readable.add(ref);
    }
    return readable;
  }

  /** One entity, or undefined when the viewer may not read it, or there is none. */
  async find(
    viewer: Viewer,
    entityRef: string,
  ): Promise<ViewedEntity | undefined> {
    const known = await this.entity(viewer, entityRef, viewerKey(viewer));
    if (known) return known;
    // "Not there" is asked again: somebody may have just registered it.
    const [entity] = await this.ask(viewer, [entityRef]);
    this.memo.set(viewerKey(viewer) + entityRef, Promise.resolve(entity));
    return entity;
  }

  private entity(viewer: Viewer, ref: string, key: string) {
    return this.memo.get(key + ref, async () => {
      const [entity] = await this.ask(viewer, [ref]);
      return entity;
    });
  }

  private async ask(
    viewer: Viewer,
    entityRefs: string[],
  ): Promise<(ViewedEntity | undefined)[]> {
    let items;
    try {
      ({ items } = await this.catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials: viewer.credentials },
      ));
    } catch (error) {
      throw unavailable(
        this.logger,
        'The catalog cannot be asked at the moment',
        error,
      );
    }
    return items.map(
      entity =>
        entity && {
          ownerRefs: (entity.relations ?? [])
            .filter(relation => relation.type === RELATION_OWNED_BY)
            .map(relation => relation.targetRef),
        },
    );
  }
}
