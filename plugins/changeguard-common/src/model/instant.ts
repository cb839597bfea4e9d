import { z } from 'zod';

/** A moment in UTC, ISO 8601 with an offset or `Z`; answered with milliseconds and `Z`. @public */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    message: 'must be an ISO 8601 time with an offset',
  })
  .transform(value => new Date(value).toISOString());
