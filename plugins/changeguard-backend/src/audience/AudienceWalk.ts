import { CatalogStep } from '@changeguard/backstage-plugin-changeguard-common';
import { CatalogEntity } from '../ports/CatalogPort';
import { consumerEdges } from './consumerEdges';

/** How far a walk goes. */
export interface WalkLimits {
  /** Steps from the changed entity: table ← view ← component ← its API ← consumer are four. */
  depth: number;
  consumers: number;
  pathsPerConsumer: number;
}

/** A consumer found by a walk, and the paths that lead from it to the changed entity, shortest first. */
export interface WalkedConsumer {
  entityRef: string;
  paths: CatalogStep[][];
}

/**
 * Walks from a changed entity to those that use it, breadth first, without reading anything itself.
 *
 * States: wanting (`wanted()` names the entities to read) → `enter(them)` → wanting, until `wanted()` is empty. Cycles end
 * because an entity is walked from once and no path visits an entity twice.
 */
export class AudienceWalk {
  private readonly paths = new Map<string, CatalogStep[][]>();
  private readonly consumers = new Set<string>();
  private readonly walked = new Set<string>();
  private frontier: string[];
  private depth = 0;
  /** Whether somebody was left out because a limit was reached. */
  truncated = false;

  constructor(
    private readonly changedRef: string,
    private readonly limits: WalkLimits,
  ) {
    this.frontier = [changedRef];
    this.paths.set(changedRef, [[]]);
  }

  wanted(): readonly string[] {
    return this.frontier;
  }

  enter(read: (entityRef: string) => CatalogEntity | null | undefined): void {
    const next = new Set<string>();
    const from = this.frontier;
    from.forEach(entityRef => this.walked.add(entityRef));
    this.depth++;
    for (const entityRef of from) {
      const entity = read(entityRef);
      for (const edge of entity ? consumerEdges(entity) : []) {
        if (edge.entityRef === this.changedRef) continue;
        if (edge.consumer && !this.count(edge.entityRef)) continue;
        this.extend(entityRef, edge.step);
        if (edge.passesOn && !this.walked.has(edge.entityRef)) {
          next.add(edge.entityRef);
        }
      }
    }
    this.frontier = this.depth < this.limits.depth ? [...next] : [];
  }

  found(): WalkedConsumer[] {
    return [...this.consumers]
      .map(entityRef => ({
        entityRef,
        paths: this.paths.get(entityRef) ?? [],
      }))
      .filter(({ paths }) => paths.length > 0);
  }

  private count(entityRef: string): boolean {
    if (this.consumers.has(entityRef)) return true;
    if (this.consumers.size >= this.limits.consumers) {
      this.truncated = true;
      return false;
    }
    this.consumers.add(entityRef);
    return true;
  }

  private extend(usedRef: string, step: CatalogStep): void {
    const known = this.paths.get(step.from) ?? [];
    for (const path of this.paths.get(usedRef) ?? []) {
      const full = known.length >= this.limits.pathsPerConsumer;
      if (full || path.some(({ from }) => from === step.from)) continue;
      known.push([step, ...path]);
    }
    this.paths.set(step.from, known);
  }
}
