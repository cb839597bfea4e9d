import { ServiceUnavailableError } from '@backstage/errors';

/** What is said when too much is being read already. */
export function tooManyLongBodies(): ServiceUnavailableError {
  return new ServiceUnavailableError(
    'Too many long bodies wait to be read; try again in a moment',
  );
}

/** What one body takes of the memory. */
export interface BodyShare {
  /** @throws ServiceUnavailableError - when there is none left, for all or for this sender. */
  take(bytes: number): void;
  /** Gives all of it back. */
  free(): void;
}

/**
 * Memory for all long bodies until they are parsed. Whoever sends slowly has some of it for minutes, so there must be an end to it, and
 * one before that to what a single sender has of it: the others must find a place.
 */
export class BodyMemory {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();

  constructor(
    private readonly most: {
      /** Bytes of all together. */
      bytes: number;
      /** Bytes of one sender's bodies. */
      bytesOfOne: number;
    },
  ) {}

  share(sender: string): BodyShare {
    let own = 0;
    return {
      take: bytes => {
        const { most, taken, takenBy } = this;
        const ofSender = (takenBy.get(sender) ?? 0) + bytes;
        if (taken + bytes > most.bytes || ofSender > most.bytesOfOne) {
          throw tooManyLongBodies();
        }
        this.taken += bytes;
        takenBy.set(sender, ofSender);
        own += bytes;
      },
      free: () => {
        const { takenBy } = this;
        const left = (takenBy.get(sender) ?? 0) - own;
        if (left > 0) takenBy.set(sender, left);
        else takenBy.delete(sender);
        this.taken -= own;
        own = 0;
      },
    };
  }
}
