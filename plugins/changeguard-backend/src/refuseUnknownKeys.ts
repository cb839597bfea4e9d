import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';

/** The keys of a configuration object: `true` is a leaf, whatever it holds. */
export interface KnownKeys {
  readonly [key: string]: true | KnownKeys;
}

/**
 * Refuses a key that nothing reads: a misspelt limit must not silently be the default.
 *
 * @throws InputError - naming the key and those there are.
 */
export function refuseUnknownKeys(
  value: JsonValue | undefined,
  known: KnownKeys,
  path: string,
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(`The configuration '${path}' must be an object.`);
  }
  for (const [key, child] of Object.entries(value)) {
    const below = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!below) {
      throw new InputError(
        `The configuration '${path}.${key}' is unknown; '${path}' has ${Object.keys(
          known,
        ).join(', ')}.`,
      );
    }
    if (below !== true) refuseUnknownKeys(child, below, `${path}.${key}`);
  }
}
