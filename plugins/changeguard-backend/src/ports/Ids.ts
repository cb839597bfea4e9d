import { v7 } from 'uuid';

/** Makes ids, handed in so that tests can foretell them. */
export interface Ids {
  /** A UUIDv7 (RFC 9562 §5.7): close in an index to its neighbours in time, and never used as an order. */
  next(): string;
}

export const randomIds: Ids = { next: () => v7() };
