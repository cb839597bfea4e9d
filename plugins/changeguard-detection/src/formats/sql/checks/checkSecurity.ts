import { Policy, Relation } from '../model/Relation';
import { Report } from './Report';
import { partPath, policyText } from './wording';

/** Row security, and the policies that say which rows are seen and written while it is on. */
export function checkSecurity(
  path: string,
  old: Relation,
  now: Relation,
  report: Report,
): void {
  if (old.rowSecurity !== now.rowSecurity) {
    report.state(
      now.rowSecurity ? 'row-security-enabled' : 'row-security-disabled',
      path,
      { beforePlace: old.place, afterPlace: now.place },
    );
  }
  if (!old.rowSecurity || !now.rowSecurity) return;
  for (const [name, policy] of old.policies) {
    const next = now.policies.get(name);
    const [before, after] = [policy, next].map(one => one && policyText(one));
    if (before === after) continue;
    const rule = next ? 'policy-changed' : `${kindOf(policy)}-policy-removed`;
    report.state(rule, partPath(now, name), {
      before,
      after,
      beforePlace: policy.place,
      afterPlace: next?.place,
    });
  }
  for (const [name, policy] of now.policies) {
    if (old.policies.has(name)) continue;
    report.state(`${kindOf(policy)}-policy-added`, partPath(now, name), {
      after: policyText(policy),
      afterPlace: policy.place,
    });
  }
}

function kindOf({ isPermissive }: Policy): string {
  return isPermissive ? 'permissive' : 'restrictive';
}
