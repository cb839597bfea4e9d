import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_CONSUMER,
  RESOURCE_TYPE_SCHEMA_CHANGE,
} from '@changeguard/backstage-plugin-changeguard-common';

/** What a rule needs to know of a schema change. @public */
export interface SchemaChangeResource {
  /** The change's id. */
  id: string;
  /** Entity refs of the provider's owners. */
  ownerRefs: string[];
  /** Entity refs of the owners of its affected consumers. */
  consumerOwnerRefs: string[];
  /** Entity ref of the person, or subject of the service, that recorded it. */
  createdBy: string;
}

/** What a rule compiles to; the backend turns it into SQL. @public */
export type SchemaChangeFilter =
  | { field: 'owner'; values: string[] }
  | { field: 'consumerOwner'; values: string[] }
  | { field: 'createdBy'; values: string[] };

/** Conditional decisions about schema changes. @public */
export const schemaChangeResourceRef = createPermissionResourceRef<
  SchemaChangeResource,
  SchemaChangeFilter
>().with({
  pluginId: 'changeguard',
  resourceType: RESOURCE_TYPE_SCHEMA_CHANGE,
});

/** What a rule needs to know of an affected consumer. @public */
export interface ConsumerResource {
  /** The affected consumer's id. */
  id: string;
  /** Entity refs of its owners. */
  ownerRefs: string[];
}

/** What a rule about consumers compiles to. @public */
export type ConsumerFilter = { field: 'consumerOwner'; values: string[] };

/** Conditional decisions about affected consumers. @public */
export const consumerResourceRef = createPermissionResourceRef<
  ConsumerResource,
  ConsumerFilter
>().with({ pluginId: 'changeguard', resourceType: RESOURCE_TYPE_CONSUMER });
