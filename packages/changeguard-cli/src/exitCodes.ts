/** What every command ends with; pipelines decide by it. */
export const exitCodes = {
  /** All is well. */
  fine: 0,
  /** It was looked at, and is not well: a break that nobody announced, an audit trail that was tampered with. */
  bad: 1,
  /** The command was not understood. */
  usage: 2,
  /** It could not be looked at: a file that is not there, a portal that does not answer, a text that could not be compared. */
  failed: 3,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
