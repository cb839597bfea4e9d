import { Rule } from '../../../Rule';

/** Who may see and write what. Policies are compared where row security is on in both versions. */
export const accessRules: readonly Rule[] = [
  {
    id: 'row-security-enabled',
    severity: 'breaking',
    purpose:
      'Whoever does not own the table sees and writes only the rows that a policy allows: without one, none, and without an error.',
    message: '{path} shows only the rows that policies allow.',
    twin: 'row-security-disabled',
  },
  {
    id: 'row-security-disabled',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'Readers see rows that were hidden from them.',
    message: '{path} shows all rows.',
    twin: 'row-security-enabled',
  },
  {
    id: 'permissive-policy-added',
    severity: 'non-breaking',
    purpose: 'A permissive policy allows more rows.',
    message: 'The policy {path} allows more rows: {after}.',
    twin: 'permissive-policy-removed',
  },
  {
    id: 'permissive-policy-removed',
    severity: 'breaking',
    purpose: 'Rows that it allowed are hidden or refused.',
    message: 'The policy {path} is gone: {before}.',
    twin: 'permissive-policy-added',
  },
  {
    id: 'restrictive-policy-added',
    severity: 'breaking',
    purpose: 'A restrictive policy takes away rows that others allow.',
    message: 'The policy {path} allows fewer rows: {after}.',
    twin: 'restrictive-policy-removed',
  },
  {
    id: 'restrictive-policy-removed',
    severity: 'dangerous',
    side: 'reader',
    purpose: 'Readers see rows that were hidden from them.',
    message: 'The policy {path} is gone: {before}.',
    twin: 'restrictive-policy-added',
  },
  {
    id: 'policy-changed',
    severity: 'dangerous',
    purpose: 'Other rows are seen and written.',
    message: 'The policy {path} was {before}, and is {after}.',
    twin: { waiver: 'It is its own opposite.' },
  },
  {
    id: 'privilege-revoked',
    severity: 'breaking',
    purpose: 'Statements of the role that need the privilege are refused.',
    message: '{role} lost {privilege} on {path}.',
    twin: 'privilege-granted',
  },
  {
    id: 'privilege-granted',
    severity: 'non-breaking',
    purpose: 'Nobody loses anything by it.',
    message: '{role} may {privilege} on {path}.',
    twin: 'privilege-revoked',
  },
  {
    id: 'schema-removed',
    severity: 'breaking',
    purpose: 'Every name within it is refused.',
    message: 'The schema {path} is gone.',
    twin: 'schema-added',
  },
  {
    id: 'schema-added',
    severity: 'non-breaking',
    purpose: 'Nothing that worked before names a new schema.',
    message: 'The schema {path} is new.',
    twin: 'schema-removed',
  },
  {
    id: 'extension-removed',
    severity: 'breaking',
    purpose: 'Its types and functions go with it.',
    message: 'The extension {path} is gone.',
    twin: 'extension-added',
  },
  {
    id: 'extension-added',
    severity: 'non-breaking',
    purpose: 'Nothing that worked before needs it.',
    message: 'The extension {path} is new.',
    twin: 'extension-removed',
  },
];
