/** A checkpoint of the audit trail as the database has it. */
export interface StoredCheckpoint {
  seq: string;
  signature: string;
}

/** What Node.js and the portal write when nobody handled an error. */
const UNHANDLED = /unhandled ?rejection|uncaught ?exception/i;

/**
 * What the backends' logs tell that must not be: a rejection that nobody handled, or a checkpoint that is stored and that none of them
 * ever wrote down; a sentence each.
 *
 * @param logs - all that each backend wrote, through all its lives
 */
export function judgeLogs(
  logs: readonly string[],
  checkpoints: readonly StoredCheckpoint[],
): string[] {
  const unhandled = logs.flatMap((log, index) =>
    log
      .split('\n')
      .filter(line => UNHANDLED.test(line))
      .map(line => `backend ${index} wrote: ${line.slice(0, 500)}`),
  );
  const unlogged = checkpoints
    .filter(({ signature }) => !logs.some(log => log.includes(signature)))
    .map(({ seq }) => `the checkpoint at ${seq} was never written to a log`);
  return [
    ...unhandled,
    ...unlogged,
    ...(checkpoints.length > 0 ? [] : ['no checkpoint is stored']),
  ];
}
