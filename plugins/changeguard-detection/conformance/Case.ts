/** One labelled pair of a corpus, as its README describes. */
export interface Case {
  id: string;
  format: string;
  base: unknown;
  revision: unknown;
  expected:
    | 'breaking'
    | 'dangerous'
    | 'breaking-or-dangerous'
    | 'non-breaking'
    | null;
  expected_forward?: 'breaking' | 'non-breaking' | null;
  rules?: { id: string; level?: string; severity?: string }[] | null;
  /** Whether the list of ids is said to be whole, rather than what one check of the source says. */
  exact?: unknown;
  config?: unknown;
  description?: string;
  /** What the source calls the case, where it has no sentence for it. */
  case?: string;
  /** Of a migration alone: whether the rule that the case is about fires. */
  expected_rule_fires?: boolean;
  /** A line of a table: of which version, where, what happens there, and how that is judged. */
  version?: string;
  pointer?: string;
  action?: string;
  classification?: string;
  /** Of a migration that another tool wrote for a pair: its statements that destroy something. */
  destructive_statements?: readonly string[];
}
