import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  auditErasePermission,
  auditReadPermission,
  commentCreatePermission,
  consumerAnswerPermission,
  definitionCheckPermission,
  deliveriesManagePermission,
  findingAcceptPermission,
  gateOverridePermission,
  revisionPublishPermission,
  revisionReadPermission,
  schemaChangeCreatePermission,
  schemaChangeReadPermission,
  schemaChangeUpdatePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  consumerResourceRef,
  consumerRules,
  schemaChangeResourceRef,
  schemaChangeRules,
} from '@changeguard/backstage-plugin-changeguard-node';
import { PermissionResources } from '../database/PermissionResources';

/** Tells the portal's permission framework what can be permitted here, and by which rules. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  resources: PermissionResources,
): void {
  registry.addResourceType({
    resourceRef: schemaChangeResourceRef,
    permissions: [
      schemaChangeReadPermission,
      schemaChangeUpdatePermission,
      commentCreatePermission,
      gateOverridePermission,
    ],
    rules: Object.values(schemaChangeRules),
    getResources: ids => resources.schemaChanges(ids),
  });
  registry.addResourceType({
    resourceRef: consumerResourceRef,
    permissions: [consumerAnswerPermission],
    rules: Object.values(consumerRules),
    getResources: ids => resources.consumers(ids),
  });
  registry.addPermissions([
    schemaChangeCreatePermission,
    revisionReadPermission,
    revisionPublishPermission,
    definitionCheckPermission,
    findingAcceptPermission,
    auditReadPermission,
    auditErasePermission,
    deliveriesManagePermission,
  ]);
}
