import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { AudienceProvider } from '@changeguard/backstage-plugin-changeguard-node';
import { CatalogPort } from '../ports/CatalogPort';
import { askProviders } from './askProviders';
import {
  AudienceResolver,
  Member,
  ResolvedAudience,
  ResolvedConsumer,
} from './AudienceResolver';
import { AudienceWalk, WalkLimits } from './AudienceWalk';
import { CatalogSnapshot } from './CatalogSnapshot';
import { peopleBehind } from './peopleBehind';

const defaultLimits: WalkLimits = {
  depth: 4,
  consumers: 10_000,
  pathsPerConsumer: 5,
};
const providersDeadlineMs = 15_000;

type Found = Pick<ResolvedConsumer, 'paths' | 'evidence'>;

/** Finds who is affected in the catalog, and asks the providers of audiences for those that it does not know. */
export class CatalogAudienceResolver implements AudienceResolver {
  constructor(
    private readonly deps: {
      catalog: CatalogPort;
      /** Asked per resolution, because modules register at start-up. */
      providers: () => readonly AudienceProvider[];
      logger?: LoggerService;
      limits?: Partial<WalkLimits>;
      /** Before what could not be read is read again, in milliseconds; none for people, who wait. */
      pausesMs: readonly number[];
    },
  ) {}

  async resolve(
    entityRef: string,
    context: { signal?: AbortSignal } = {},
  ): Promise<ResolvedAudience> {
    const { catalog, pausesMs, providers, logger } = this.deps;
    const { signal } = context;
    const snapshot = new CatalogSnapshot(catalog, pausesMs);
    const deadline = AbortSignal.timeout(providersDeadlineMs);
    const asked = askProviders(providers(), entityRef, {
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      logger,
    });

    const walk = await this.walk(snapshot, entityRef, signal);
    const changed = snapshot.get(entityRef);
    if (changed === undefined) {
      throw new ServiceUnavailableError(
        `The catalog could not be asked about ${entityRef}`,
        snapshot.reason,
      );
    }

    const found = new Map<string, Found>();
    for (const { entityRef: ref, paths } of walk.found()) {
      found.set(ref, { paths, evidence: [] });
    }
    const others = await asked;
    for (const { entityRef: ref, path, evidence } of others.found) {
      if (ref === entityRef) continue;
      const known = found.get(ref) ?? { paths: [], evidence: [] };
      if (path.length > 0) known.paths.push(path);
      if (evidence) known.evidence.push(evidence);
      found.set(ref, known);
    }

    await snapshot.read([...found.keys()], signal);
    const ownerRefs = changed?.ownerRefs ?? [];
    const allOwners = new Set(ownerRefs);
    for (const ref of found.keys()) {
      snapshot.get(ref)?.ownerRefs.forEach(owner => allOwners.add(owner));
    }
    await this.readPeople(snapshot, [...allOwners], signal);

    const consumers = [...found].flatMap(([ref, known]) =>
      this.toConsumer(snapshot, ref, known),
    );
    const partial = snapshot.incomplete || walk.truncated || others.partial;
    if (partial) {
      logger?.warn(
        `The consumers of ${entityRef} are not known whole: ${consumers.length} found`,
        { truncated: walk.truncated, catalogIncomplete: snapshot.incomplete },
      );
    }
    return {
      entityRef,
      found: changed !== null,
      ownerRefs,
      providerMembers: peopleBehind(ownerRefs, snapshot.get).members,
      consumers,
      state: partial ? 'partial' : 'complete',
      catalogFailure: snapshot.reason,
    };
  }

  async expandOwners(ownerRefs: readonly string[]): Promise<Member[]> {
    const { catalog, pausesMs } = this.deps;
    const snapshot = new CatalogSnapshot(catalog, pausesMs);
    await this.readPeople(snapshot, ownerRefs);
    if (snapshot.incomplete) {
      throw new ServiceUnavailableError(
        `The catalog could not be asked who ${ownerRefs.join(', ')} are`,
        snapshot.reason,
      );
    }
    return peopleBehind(ownerRefs, snapshot.get).members;
  }

  private async walk(
    snapshot: CatalogSnapshot,
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<AudienceWalk> {
    const walk = new AudienceWalk(entityRef, {
      ...defaultLimits,
      ...this.deps.limits,
    });
    while (walk.wanted().length > 0) {
      await snapshot.read(walk.wanted(), signal);
      walk.enter(snapshot.get);
    }
    return walk;
  }

  private async readPeople(
    snapshot: CatalogSnapshot,
    ownerRefs: readonly string[],
    signal?: AbortSignal,
  ): Promise<void> {
    let unread: readonly string[] = ownerRefs;
    while (unread.length > 0 && !snapshot.incomplete) {
      await snapshot.read(unread, signal);
      unread = peopleBehind(ownerRefs, snapshot.get).unread;
    }
  }

  private toConsumer(
    snapshot: CatalogSnapshot,
    entityRef: string,
    { paths, evidence }: Found,
  ): ResolvedConsumer[] {
    const entity = snapshot.get(entityRef);
    // Not in the catalog, or not readable: nobody stands behind it, and a partial audience is resolved again.
    if (!entity) return [];
    const shortestFirst = [...paths].sort((a, b) => a.length - b.length);
    return [
      {
        entityRef,
        ownerRefs: entity.ownerRefs,
        direct: shortestFirst.length === 0 || shortestFirst[0].length === 1,
        paths: shortestFirst,
        evidence,
        members: peopleBehind(entity.ownerRefs, snapshot.get).members,
      },
    ];
  }
}
