import { z } from 'zod';

/** The channel of the portal's signals that ChangeGuard publishes to. @public */
export const CHANGEGUARD_SIGNAL_CHANNEL = 'changeguard';

/**
 * A signal: ids only, never content, because a socket outlives the permission it was opened with. The receiver fetches
 * again what it may see.
 *
 * @public
 */
export const changeGuardSignalSchema = z.object({
  changeId: z.uuid(),
  /** The type of the event behind it. */
  type: z.string(),
  sequence: z.int(),
});

/** {@inheritDoc changeGuardSignalSchema} @public */
export type ChangeGuardSignal = z.infer<typeof changeGuardSignalSchema>;
