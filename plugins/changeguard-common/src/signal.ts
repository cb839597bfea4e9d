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

/** The channel of the portal's signals for people who look at deliveries. @public */
export const DELIVERIES_SIGNAL_CHANNEL = 'changeguard-deliveries';

/**
 * A signal to who lately read deliveries: some of these channels moved on or, when none is named, an event does not get on. At most one a second from each replica.
 *
 * @public
 */
export const deliveriesSignalSchema = z.object({
  /** Ids of the channels, such as `email`. */
  channels: z.array(z.string()),
});

/** {@inheritDoc deliveriesSignalSchema} @public */
export type DeliveriesSignal = z.infer<typeof deliveriesSignalSchema>;

/** The channel of the portal's signals for who looks at revisions and acceptances. @public */
export const DEFINITIONS_SIGNAL_CHANNEL = 'changeguard-definitions';

/**
 * A signal to everybody: there is something new about some definition, such as a revision or an acceptance. It says no more, because
 * not everybody may know of every entity. At most one a second from each replica.
 *
 * @public
 */
export const definitionsSignalSchema = z.object({});

/** {@inheritDoc definitionsSignalSchema} @public */
export type DefinitionsSignal = z.infer<typeof definitionsSignalSchema>;
