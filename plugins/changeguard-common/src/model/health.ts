import { z } from 'zod';

/** What a dependency can be. @public */
export const healthStates = ['fine', 'degraded', 'away', 'off'] as const;

/** What `GET /health` answers: the worst state of all, and each dependency's own. @public */
export const healthSchema = z.strictObject({
  state: z.enum(healthStates),
  dependencies: z.record(
    z.string(),
    z.strictObject({
      state: z.enum(healthStates),
      /** What it is, such as `google-pubsub` or `redis`. */
      kind: z.string(),
      /** One sentence when it is not fine. */
      message: z.string().nullable(),
    }),
  ),
});

/** {@inheritDoc healthSchema} @public */
export type Health = z.infer<typeof healthSchema>;
