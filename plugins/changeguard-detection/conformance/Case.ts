/** One labelled pair of a corpus, as its README describes. */
export interface Case {
  id: string;
  format: string;
  base: unknown;
  revision: unknown;
  expected: Expectation;
  expected_forward?: Expectation;
  /** What holds: new readers read old data, old readers new data, or both; in words that begin so. */
  mode?: string;
  /** Ids alone, or with how the source judges them. */
  rules?:
    | readonly (string | { id?: string; level?: string; severity?: string })[]
    | null;
  /** Where the source finds what it finds. */
  paths?: readonly string[];
  /** Everything that the source finds, each with its rule and its line in the revision, where it has one. */
  annotations?: readonly { rule: string; start_line?: number | null }[];
  /** Whether the list of ids is said to be whole, rather than what one check of the source says. */
  exact?: unknown;
  /** Options of the source that are not its defaults. */
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
  /** Of a migration that another tool wrote for a pair: what it warns of, and whether it has nothing to do. */
  hazards?: readonly string[];
  empty_plan?: boolean;
}

/** What a source says of a pair; null where it states no verdict. */
export type Expectation =
  | 'breaking'
  | 'dangerous'
  | 'breaking-or-dangerous'
  | 'non-breaking'
  | null;

/** The ids that a source names. */
export function idsOf({ rules }: Case): string[] {
  return (rules ?? []).flatMap(rule =>
    typeof rule === 'string' ? rule : rule.id ?? [],
  );
}
