import {
  commentCreatePermission,
  consumerAnswerPermission,
  definitionCheckPermission,
  findingAcceptPermission,
  gateOverridePermission,
  revisionPublishPermission,
  revisionReadPermission,
  schemaChangeCreatePermission,
  schemaChangeReadPermission,
  schemaChangeUpdatePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';

/**
 * What every signed-in person may do. ChangeGuard's rules (who owns the provider, who owns a consumer)
 * narrow its permissions further; allowing one here never widens them.
 *
 * Named instead of matched by pattern: what a plugin brings along later is then decided by somebody,
 * not by how it was spelt.
 */
export const everyonesPermissions: ReadonlySet<string> = new Set(
  [
    catalogEntityReadPermission,
    catalogEntityRefreshPermission,
    catalogEntityValidatePermission,
    catalogLocationReadPermission,
    catalogLocationAnalyzePermission,

    schemaChangeReadPermission,
    schemaChangeCreatePermission,
    schemaChangeUpdatePermission,
    commentCreatePermission,
    consumerAnswerPermission,
    gateOverridePermission,
    definitionCheckPermission,
    revisionReadPermission,
    revisionPublishPermission,
    findingAcceptPermission,
  ].map(permission => permission.name),
);
