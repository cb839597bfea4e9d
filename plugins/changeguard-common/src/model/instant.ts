import { z } from 'zod';

/** A moment in UTC, ISO 8601 with an offset or `Z`; answered with milliseconds and `Z`. @public */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    message: 'must be an ISO 8601 time with an offset',
  })
  .transform((value, ctx) => {
    const instant = new Date(value).toISOString();
    // In UTC the first and the last hours fall into years that ISO 8601 writes with a sign; no database needs them.
    if (/^(?!0000)\d{4}-/.test(instant)) return instant;
    ctx.addIssue({
      code: 'custom',
      message: 'must be between the years 1 and 9999',
    });
    return z.NEVER;
  });
