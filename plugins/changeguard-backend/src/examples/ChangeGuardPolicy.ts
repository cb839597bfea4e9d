import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  auditReadPermission,
  deliveriesManagePermission,
  schemaChangeReadPermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  createSchemaChangeConditionalDecision,
  schemaChangeConditions,
} from '@changeguard/backstage-plugin-changeguard-node';

/** Changes are read by those they concern; deliveries and the whole audit log by operators. */
export class ChangeGuardPolicy implements PermissionPolicy {
  constructor(private readonly userInfo: UserInfoService) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    const { userEntityRef: userRef, ownershipEntityRefs: claims } =
      await this.userInfo.getUserInfo(user.credentials);

    if (isPermission(permission, schemaChangeReadPermission)) {
      return createSchemaChangeConditionalDecision(permission, {
        anyOf: [
          schemaChangeConditions.isProviderOwner({ claims }),
          schemaChangeConditions.isConsumerOwner({ claims }),
          schemaChangeConditions.isChangeAuthor({ userRef }),
        ],
      });
    }
    if (
      isPermission(permission, auditReadPermission) ||
      isPermission(permission, deliveriesManagePermission)
    ) {
      return claims.includes('group:default/operators')
        ? { result: AuthorizeResult.ALLOW }
        : { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
