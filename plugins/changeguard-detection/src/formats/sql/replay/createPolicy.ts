import { Node } from '@pgsql/types';
import { allOf, NodeOf } from '../parser/nodes';
import { wordingOf } from '../parser/wording';
import { leaveGap, relationOf, Step } from './Step';

/** `CREATE POLICY`. */
export function createPolicy(
  node: NodeOf<'CreatePolicyStmt'>,
  step: Step,
): void {
  const name = node.policy_name ?? '';
  relationOf(node.table, step)?.policies.set(name, {
    name,
    isPermissive: node.permissive ?? false,
    command: node.cmd_name ?? 'all',
    roles: roleNames(node.roles),
    using: wordingOf(node.qual),
    check: wordingOf(node.with_check),
    place: step.place,
  });
}

/** `ALTER POLICY`. */
export function alterPolicy(node: NodeOf<'AlterPolicyStmt'>, step: Step): void {
  const relation = relationOf(node.table, step);
  const policy = relation?.policies.get(node.policy_name ?? '');
  if (!policy) {
    if (relation) leaveGap(step, `ALTER POLICY ${node.policy_name}`);
    return;
  }
  if (node.roles) policy.roles = roleNames(node.roles);
  if (node.qual) policy.using = wordingOf(node.qual);
  if (node.with_check) policy.check = wordingOf(node.with_check);
  policy.place = step.place;
}

/** Roles by name, `public` for everybody. */
export function roleNames(nodes: Node[] | undefined): string[] {
  return allOf('RoleSpec', nodes)
    .map(
      ({ rolename, roletype = '' }) =>
        rolename ?? roletype.replace('ROLESPEC_', '').toLowerCase(),
    )
    .sort();
}
