import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** Longest entity ref that ChangeGuard stores, in characters. @public */
export const MAX_ENTITY_REF_LENGTH = 400;

/**
 * A full catalog entity reference, `kind:namespace/name`, normalised to the lower case form that the catalog's own
 * indexes use, so that two spellings of one entity are one row.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .min(3)
  .max(MAX_ENTITY_REF_LENGTH)
  .transform((value, ctx) => {
    try {
      const ref = parseEntityRef(value);
      return stringifyEntityRef(ref);
    } catch {
      ctx.addIssue({
        code: 'custom',
        message: 'must be an entity ref like api:default/orders',
      });
      return z.NEVER;
    }
  });
