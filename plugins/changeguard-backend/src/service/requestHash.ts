import { createHash } from 'crypto';

/** What a request asked for, in a form that two equal requests share: the checked values, in the order of the schema. */
export function requestHash(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
