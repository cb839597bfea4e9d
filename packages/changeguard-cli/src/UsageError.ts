/** The command was not understood; its usage is shown with the message. */
export class UsageError extends Error {
  name = 'UsageError';
}
