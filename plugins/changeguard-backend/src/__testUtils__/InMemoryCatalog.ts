import { CatalogEntity, CatalogPort } from '../ports/CatalogPort';

const inverse: Record<string, string> = {
  consumesApi: 'apiConsumedBy',
  providesApi: 'apiProvidedBy',
  dependsOn: 'dependencyOf',
  hasPart: 'partOf',
  memberOf: 'hasMember',
  childOf: 'parentOf',
  ownedBy: 'ownerOf',
};

/** A definition of an entity, as somebody wrote it down. */
export interface WrittenDefinition {
  /** The entity's `spec.type`. */
  type: string;
  definition?: string;
  annotations?: Record<string, string>;
}

/** A catalog in memory: `relate` writes a relation and its inverse, as the real one does. */
export class InMemoryCatalog implements CatalogPort {
  private readonly entities = new Map<string, CatalogEntity>();
  private readonly definitions = new Map<string, WrittenDefinition>();
  /** Refs of every call, to see what was read. */
  readonly calls: string[][] = [];
  /** Fails a call by throwing. */
  onRead: (refs: readonly string[]) => void = () => {};

  add(...entityRefs: string[]): this {
    for (const entityRef of entityRefs) {
      if (this.entities.has(entityRef)) continue;
      this.entities.set(entityRef, {
        entityRef,
        kind: entityRef.split(':')[0],
        ownerRefs: [],
        relations: [],
      });
    }
    return this;
  }

  relate(from: string, type: string, to: string): this {
    this.add(from, to);
    this.get(from).relations.push({ type, targetRef: to });
    this.get(to).relations.push({ type: inverse[type], targetRef: from });
    if (type === 'ownedBy') this.get(from).ownerRefs.push(to);
    return this;
  }

  /** Takes one relation away again. */
  separate(from: string, type: string, to: string): this {
    const drop = (ref: string, relation: string, target: string) => {
      const entity = this.get(ref);
      entity.relations = entity.relations.filter(
        one => one.type !== relation || one.targetRef !== target,
      );
    };
    drop(from, type, to);
    drop(to, inverse[type], from);
    return this;
  }

  /** Writes an entity's definition in the place of an earlier one. */
  define(entityRef: string, definition: WrittenDefinition): this {
    this.add(entityRef);
    this.definitions.set(entityRef, definition);
    return this;
  }

  definitionOf(entityRef: string): WrittenDefinition | undefined {
    return this.definitions.get(entityRef);
  }

  remove(entityRef: string): this {
    this.entities.delete(entityRef);
    return this;
  }

  get(entityRef: string): CatalogEntity {
    const entity = this.entities.get(entityRef);
    if (!entity) throw new Error(`No ${entityRef} in the catalog of this test`);
    return entity;
  }

  all(): CatalogEntity[] {
    return [...this.entities.values()];
  }

  async getEntities(entityRefs: readonly string[]) {
    this.calls.push([...entityRefs]);
    this.onRead(entityRefs);
    return entityRefs.map(ref => this.entities.get(ref) ?? null);
  }
}

/**
 * Alice's team owns the orders API and its database; Bob's team a consumer of the API, Erin's team another; Carol's team has
 * nothing to do with either.
 */
export function sampleCatalog(): InMemoryCatalog {
  return new InMemoryCatalog()
    .relate('user:default/alice', 'memberOf', 'group:default/orders-team')
    .relate('user:default/amy', 'memberOf', 'group:default/orders-team')
    .relate('user:default/bob', 'memberOf', 'group:default/checkout-team')
    .relate('user:default/ben', 'memberOf', 'group:default/checkout-team')
    .relate('user:default/erin', 'memberOf', 'group:default/mail-team')
    .relate('user:default/carol', 'memberOf', 'group:default/staff-team')
    .relate('api:default/orders', 'ownedBy', 'group:default/orders-team')
    .relate('component:default/orders', 'ownedBy', 'group:default/orders-team')
    .relate(
      'resource:default/orders-db',
      'ownedBy',
      'group:default/orders-team',
    )
    .relate('component:default/orders', 'providesApi', 'api:default/orders')
    .relate(
      'component:default/orders',
      'dependsOn',
      'resource:default/orders-db',
    )
    .relate(
      'component:default/checkout',
      'ownedBy',
      'group:default/checkout-team',
    )
    .relate('component:default/checkout', 'consumesApi', 'api:default/orders')
    .relate('component:default/mailer', 'ownedBy', 'group:default/mail-team')
    .relate('component:default/mailer', 'consumesApi', 'api:default/orders');
}
