import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { CatalogStep } from '@changeguard/backstage-plugin-changeguard-common';
import { CatalogEntity } from '../ports/CatalogPort';

/** One way by which a change to an entity reaches another. */
export interface ConsumerEdge {
  /** Who is reached. */
  entityRef: string;
  /** The relation, read from who is reached. */
  step: CatalogStep;
  /** Whether it uses the entity; the APIs of a component only lead on to those who do. */
  consumer: boolean;
  /** Whether the change goes on from there. */
  passesOn: boolean;
}

/**
 * Whom a change to an entity reaches in one step.
 *
 * A change passes through what only hands data on: a resource reaches what depends on it and goes on from there; a component
 * reaches what depends on it and, through the APIs it provides, their consumers. A consumer ends it: whether its own users
 * are affected is for its owners to say, with a change of their own. Parts (`hasPart`, subcomponents) are not followed:
 * belonging to the same thing is not using it.
 */
export function consumerEdges(used: CatalogEntity): ConsumerEdge[] {
  const { entityRef: to, kind } = used;
  const edges: ConsumerEdge[] = [];
  for (const { type, targetRef: from } of used.relations) {
    if (type === RELATION_API_CONSUMED_BY) {
      edges.push({
        entityRef: from,
        step: { from, type: RELATION_CONSUMES_API, to },
        consumer: true,
        passesOn: false,
      });
    } else if (type === RELATION_DEPENDENCY_OF) {
      edges.push({
        entityRef: from,
        step: { from, type: RELATION_DEPENDS_ON, to },
        consumer: true,
        passesOn: kind === 'resource',
      });
    } else if (type === RELATION_PROVIDES_API && kind === 'component') {
      edges.push({
        entityRef: from,
        step: { from, type: RELATION_API_PROVIDED_BY, to },
        consumer: false,
        passesOn: true,
      });
    }
  }
  return edges;
}
