import { ServiceUnavailableError } from '@backstage/errors';

/** What is said when too much is being read already. */
export function tooManyLongBodies(): ServiceUnavailableError {
  return new ServiceUnavailableError(
    'Too many long bodies wait to be read; try again in a moment',
  );
}

/** What one body takes of the memory. */
export interface BodyShare {
  /** @throws ServiceUnavailableError - when others have taken it. */
  take(bytes: number): void;
  /** Gives all of it back. */
  free(): void;
}

/** Memory for all long bodies until they are parsed. Whoever sends slowly has some of it for minutes, so there must be an end to it. */
export class BodyMemory {
  private taken = 0;

  constructor(private readonly mostBytes: number) {}

  share(): BodyShare {
    let own = 0;
    return {
      take: bytes => {
        if (this.taken + bytes > this.mostBytes) throw tooManyLongBodies();
        this.taken += bytes;
        own += bytes;
      },
      free: () => {
        this.taken -= own;
        own = 0;
      },
    };
  }
}
