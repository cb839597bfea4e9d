import {
  findMentions,
  MAX_MENTIONS,
} from '@changeguard/backstage-plugin-changeguard-common';
import { InvalidRequestError } from '../InvalidRequestError';

/**
 * Whom a comment mentions.
 *
 * @throws InvalidRequestError - when they are too many.
 */
export function mentionsOf(body: string): string[] {
  const mentions = findMentions(body);
  if (mentions.length > MAX_MENTIONS) {
    throw new InvalidRequestError([
      {
        pointer: '/body',
        code: 'too_many_mentions',
        message: `mentions ${mentions.length} people and groups; at most ${MAX_MENTIONS} are told`,
      },
    ]);
  }
  return mentions;
}
