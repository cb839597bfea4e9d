import { ListSchemaChangesQuery } from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeHead } from '../../database/SchemaChangeHead';
import { SchemaChangeKeyset } from '../../database/schemaChangeOrder';
import { Viewer } from '../Viewer';

/** A change that the viewer may see, and what else they may do with it. */
export interface AccessibleChange {
  head: SchemaChangeHead;
  may: { edit: boolean; comment: boolean };
}

/** A stretch of the list that the viewer may see. */
export interface AccessiblePage {
  items: SchemaChangeHead[];
  next: SchemaChangeKeyset | null;
}

/**
 * The only door to changes: what comes through it may be seen by the viewer. Use cases are handed the decorated one, so none of them can
 * forget to ask.
 */
export interface SchemaChanges {
  /** @throws NotFoundError - when there is no such change, or it is not for this viewer to see; nobody can tell which. */
  find(viewer: Viewer, id: string): Promise<AccessibleChange>;
  /** Those of some changes that the viewer may see. */
  among(
    viewer: Viewer,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SchemaChangeHead>>;
  list(
    viewer: Viewer,
    query: ListSchemaChangesQuery,
    after: SchemaChangeKeyset | null,
  ): Promise<AccessiblePage>;
}
