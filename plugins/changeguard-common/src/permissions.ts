import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of a schema change; its refs are change ids. @public */
export const RESOURCE_TYPE_SCHEMA_CHANGE = 'changeguard-schema-change';
/** The resource type of an affected consumer; its refs are consumer ids. @public */
export const RESOURCE_TYPE_CONSUMER = 'changeguard-consumer';

/** Read a schema change; conditional. @public */
export const schemaChangeReadPermission = createPermission({
  name: 'changeguard.schema-change.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SCHEMA_CHANGE,
});

/** Record a change to a catalog entity; the resource is the entity. @public */
export const schemaChangeCreatePermission = createPermission({
  name: 'changeguard.schema-change.create',
  attributes: { action: 'create' },
  resourceType: 'catalog-entity',
});

/** Edit, move, delete a schema change. @public */
export const schemaChangeUpdatePermission = createPermission({
  name: 'changeguard.schema-change.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SCHEMA_CHANGE,
});

/** Take part in a change's discussion. @public */
export const commentCreatePermission = createPermission({
  name: 'changeguard.comment.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SCHEMA_CHANGE,
});

/** Answer for an affected consumer. @public */
export const consumerAnswerPermission = createPermission({
  name: 'changeguard.consumer.answer',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONSUMER,
});

/** Go past a closed gate. @public */
export const gateOverridePermission = createPermission({
  name: 'changeguard.gate.override',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SCHEMA_CHANGE,
});

/** Read the revisions of entities that one may see, and what was accepted of them. @public */
export const revisionReadPermission = createPermission({
  name: 'changeguard.revision.read',
  attributes: { action: 'read' },
});

/** Publish revisions, and have an entity's definition looked at now. @public */
export const revisionPublishPermission = createPermission({
  name: 'changeguard.revision.publish',
  attributes: { action: 'create' },
});

/** Compare definitions without storing anything. @public */
export const definitionCheckPermission = createPermission({
  name: 'changeguard.definition.check',
  attributes: { action: 'read' },
});

/** Accept findings of entities that one owns. @public */
export const findingAcceptPermission = createPermission({
  name: 'changeguard.finding.accept',
  attributes: { action: 'update' },
});

/** Read the whole audit log. A change's own history needs only its read permission. @public */
export const auditReadPermission = createPermission({
  name: 'changeguard.audit.read',
  attributes: { action: 'read' },
});

/** Erase a person's data from the audit log; besides, `changeguard.audit.allowErasure` must be set. @public */
export const auditErasePermission = createPermission({
  name: 'changeguard.audit.erase',
  attributes: { action: 'delete' },
});

/** See and replay deliveries. @public */
export const deliveriesManagePermission = createPermission({
  name: 'changeguard.deliveries.manage',
  attributes: { action: 'update' },
});

/** All permissions of ChangeGuard. @public */
export const changeGuardPermissions = [
  schemaChangeReadPermission,
  schemaChangeCreatePermission,
  schemaChangeUpdatePermission,
  commentCreatePermission,
  consumerAnswerPermission,
  gateOverridePermission,
  revisionReadPermission,
  revisionPublishPermission,
  definitionCheckPermission,
  findingAcceptPermission,
  auditReadPermission,
  auditErasePermission,
  deliveriesManagePermission,
];
