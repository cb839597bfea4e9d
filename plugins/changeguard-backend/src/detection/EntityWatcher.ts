import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Actor,
  RevisionSource,
  RuleLevels,
} from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../database/EventWriter';
import { RevisionReadModel } from '../database/RevisionReadModel';
import { Sight, WatchStore } from '../database/WatchStore';
import { DefinitionCatalog, WatchedEntity } from '../ports/DefinitionCatalog';
import { DefinitionObserver } from './DefinitionObserver';
import { DefinitionReader } from './DefinitionReader';
import { hashOf } from './hashOf';

/** On whose behalf an entity is looked at. */
export interface Watching {
  source: RevisionSource;
  actor: Actor;
  origin: RequestOrigin;
}

/** What came of looking at an entity. */
export type Looked =
  | { outcome: 'first' | 'new'; revisionId: string; hints: readonly string[] }
  | { outcome: 'unchanged'; hints: readonly string[] }
  | { outcome: 'unwatched'; why: string };

/**
 * Looks at what the catalog has of an entity now. What counts is whether the catalog's own text is another one than it last had: a
 * pipeline may have published a newer one that the catalog has not fetched yet, and the old text is no step back then.
 */
export class EntityWatcher {
  /** Said in the log already, by entity. */
  private readonly said = new Map<string, string>();

  constructor(
    private readonly deps: {
      catalog: DefinitionCatalog;
      reader: DefinitionReader;
      watch: WatchStore;
      revisionReads: RevisionReadModel;
      observer: DefinitionObserver;
      /** The portal's levels; the entity's own come on top. */
      levels: RuleLevels;
      formats: { has(id: string): boolean };
      logger: LoggerService;
    },
  ) {}

  async look(
    entityRef: string,
    watching: Watching,
    signal?: AbortSignal,
  ): Promise<Looked> {
    const { deps } = this;
    const entity = await deps.catalog.find(entityRef);
    if (!entity) return { outcome: 'unwatched', why: 'It is not there.' };
    this.sayOnce(entity);
    const { format, levelProblems: hints } = entity;
    if (format === null || !deps.formats.has(format)) {
      return this.problem(
        entity,
        `Its type '${format ?? ''}' is no format that can be compared.`,
      );
    }
    const last = await deps.watch.find(entityRef);
    const inFile = entity.place.kind === 'file';
    const read = await deps.reader.read(
      entity.place,
      inFile ? last?.etag ?? null : null,
      signal,
    );
    if (read.outcome === 'not-modified') {
      return { outcome: 'unchanged', hints };
    }
    if (read.outcome === 'failed') return this.problem(entity, read.why, last);
    const hash = await hashOf(read.text);
    const sight = { etag: inFile ? read.etag : entity.etag, problem: null };
    if (last?.hash === hash || (await this.isLate(entityRef, last))) {
      await deps.watch.remember(null, entityRef, { ...sight, hash });
      return { outcome: 'unchanged', hints };
    }
    const observed = await deps.observer.observe({
      ...watching,
      entityRef,
      ownerRefs: entity.ownerRefs,
      format,
      text: read.text,
      levels: { ...deps.levels, ...entity.levels },
      version: null,
      commit: null,
      url: null,
      sight,
    });
    return observed.outcome === 'unchanged'
      ? { outcome: 'unchanged', hints }
      : { outcome: observed.outcome, revisionId: observed.revisionId, hints };
  }

  /** Whether pipelines have published revisions of an entity that the catalog is seen to have for the first time. */
  private async isLate(
    entityRef: string,
    last: Pick<Sight, 'hash'> | undefined,
  ): Promise<boolean> {
    if (last?.hash) return false;
    return (await this.deps.revisionReads.latest(entityRef)) !== undefined;
  }

  /** A mistake in an annotation is said once, not with every sweep, and again when it is another one. */
  private sayOnce({ entityRef, levelProblems }: WatchedEntity): void {
    const problem = levelProblems.join(' ');
    if (problem === (this.said.get(entityRef) ?? '')) return;
    this.said.delete(entityRef);
    if (!problem) return;
    this.said.set(entityRef, problem);
    this.deps.logger.warn(`Levels of '${entityRef}' are left out. ${problem}`);
  }

  private async problem(
    entity: WatchedEntity,
    why: string,
    last?: Pick<Sight, 'hash' | 'etag'>,
  ): Promise<Looked> {
    const inFile = entity.place.kind === 'file';
    await this.deps.watch.remember(null, entity.entityRef, {
      hash: last?.hash ?? null,
      // A file that could not be read is read again; an entity, when it is another one.
      etag: inFile ? last?.etag ?? null : entity.etag,
      problem: why,
    });
    return { outcome: 'unwatched', why };
  }
}
