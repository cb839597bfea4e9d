/** The command was not understood; the message says why, and where its usage is shown. */
export class UsageError extends Error {
  name = 'UsageError';
}
