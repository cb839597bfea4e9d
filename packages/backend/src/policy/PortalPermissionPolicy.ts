import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { everyonesPermissions } from './everyonesPermissions';

/**
 * Three sentences decide everything:
 *
 * 1. Nobody who is not signed in may do anything.
 * 2. Operators may do everything. They run the portal and could change this file.
 * 3. Everybody else may do what {@link everyonesPermissions} names. A permission nobody thought of is
 *    denied: a new plugin that is refused gets noticed and added, one that is allowed does not.
 *
 * Calls between plugins, and static tokens of pipelines, never get here: Backstage decides for service
 * principals by the access restrictions of their token.
 */
export class PortalPermissionPolicy implements PermissionPolicy {
  readonly #operators: ReadonlySet<string>;

  constructor(operators: string[]) {
    this.#operators = new Set(operators);
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    return {
      result: this.#mayDo(request.permission.name, user)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  }

  #mayDo(permission: string, user: PolicyQueryUser | undefined): boolean {
    if (!user) {
      return false;
    }
    return (
      user.info.ownershipEntityRefs.some(ref => this.#operators.has(ref)) ||
      everyonesPermissions.has(permission)
    );
  }
}
