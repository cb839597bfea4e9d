import { ListSchemaChangesQuery } from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeKeyset } from '../../database/schemaChangeOrder';
import { DomainSchemaChanges } from './DomainSchemaChanges';
import { PolicyDecisions } from '../access/PolicyDecisions';
import { SchemaChanges } from './SchemaChanges';
import { Viewer } from '../Viewer';

/** Narrows what the domain's rules allow by what the permission policy says; both hold, neither widens the other. */
export class AuthorizedSchemaChanges implements SchemaChanges {
  constructor(
    private readonly inner: DomainSchemaChanges,
    private readonly decisions: PolicyDecisions,
  ) {}

  async find(viewer: Viewer, id: string) {
    return this.inner.find(viewer, id, await this.decisions.narrowing(viewer));
  }

  async among(viewer: Viewer, ids: readonly string[]) {
    const narrowing = await this.decisions.narrowing(viewer);
    if (narrowing.read === false) return new Map();
    return this.inner.among(viewer, ids, narrowing);
  }

  async list(
    viewer: Viewer,
    query: ListSchemaChangesQuery,
    after: SchemaChangeKeyset | null,
  ) {
    const narrowing = await this.decisions.narrowing(viewer);
    if (narrowing.read === false) return { items: [], next: null };
    return this.inner.list(viewer, query, after, narrowing);
  }
}
