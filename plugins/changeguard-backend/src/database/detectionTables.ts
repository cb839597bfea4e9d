import {
  ComparisonFailure,
  ComparisonVerdict,
  DefinitionComparison,
  DetectedFinding,
  RevisionSource,
  Severity,
} from '@changeguard/backstage-plugin-changeguard-common';

/** Rows of what detection keeps, as node-postgres reads them. The migrations are their source. */
export interface DefinitionRow {
  hash: string;
  bytes: number;
  content: Buffer;
  created_at: Date;
}

/** A finding as it is stored: what is accepted changes, so it is looked up when somebody asks. */
export type JudgedFinding = Omit<DetectedFinding, 'accepted'>;

/** How a revision differs from the one before. */
export interface StoredDifference {
  findings: JudgedFinding[];
  findingCount: number;
  reasons: string[];
  /** Markdown. */
  changelog: string;
}

export interface RevisionRow {
  id: string;
  position: string;
  entity_ref: string;
  format: string;
  version: string | null;
  hash: string;
  bytes: number;
  source: RevisionSource;
  brought_by: string;
  commit: string | null;
  url: string | null;
  created_at: Date;
  previous_id: string | null;
  readable: boolean;
  outcome: DefinitionComparison['outcome'] | null;
  verdict: ComparisonVerdict | null;
  breaking: number;
  dangerous: number;
  non_breaking: number;
  failure: ComparisonFailure | null;
  difference: StoredDifference | null;
  change_id: string | null;
}

export interface WatchedEntityRow {
  entity_ref: string;
  etag: string | null;
  hash: string | null;
  problem: string | null;
  seen_at: Date;
}

export interface AcceptanceRow {
  id: string;
  position: string;
  entity_ref: string;
  fingerprint: string;
  /** Null where nobody said, as in what an earlier release stored. */
  format: string | null;
  rule: string;
  severity: Severity;
  pointer: string;
  /** Null of what an earlier release stored, and where the format has none. */
  operation: string | null;
  message: string;
  reason: string;
  accepted_by: string;
  accepted_at: Date;
  until: Date | null;
}
