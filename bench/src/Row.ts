/** One figure of the bench, with the goal it is held to. */
export interface Row {
  /** Stable; `known.json` names rows by it. */
  id: string;
  what: string;
  figure: number;
  /** Greatest figure that passes; null for rows that are only printed. */
  goal: number | null;
  unit: string;
  /** Shown beside the figure. */
  detail?: string;
}

/** A shortfall that is known and explained: the row may be as bad as `figure`, not worse. */
export interface KnownShortfall {
  row: string;
  figure: number;
  reason: string;
}
