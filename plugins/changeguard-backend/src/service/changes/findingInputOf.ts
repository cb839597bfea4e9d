import { FindingInput } from '@changeguard/backstage-plugin-changeguard-common';

/** What is written of a finding, whatever else is known of it. */
export function findingInputOf(finding: FindingInput): FindingInput {
  const { rule, severity, side, pointer, operation } = finding;
  const { before, after, message, fingerprint } = finding;
  return {
    rule,
    severity,
    side,
    pointer,
    operation,
    before,
    after,
    message,
    fingerprint,
  };
}
