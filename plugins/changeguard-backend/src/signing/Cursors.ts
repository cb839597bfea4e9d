import { JsonObject } from '@backstage/types';
import { InvalidRequestError } from '../service/InvalidRequestError';
import { Signer } from './Signer';

/** What a cursor is good for: one list, one caller, one filter. */
export interface CursorBinding {
  list: string;
  caller: string;
  filter?: object;
}

/** Makes cursors opaque and genuine: taken elsewhere, or changed, they are refused. */
export class Cursors {
  constructor(private readonly signer: Signer) {}

  encode(binding: CursorBinding, keyset: JsonObject): string {
    return this.signer.sign(purpose(binding), keyset);
  }

  /** The page of `limit` rows, and the cursor of the next one: there is one if a row more was read than asked for. */
  page<TRow>(
    binding: CursorBinding,
    rows: readonly TRow[],
    limit: number,
    keysetOf: (last: TRow) => JsonObject,
  ): { items: TRow[]; nextCursor: string | null } {
    const items = rows.slice(0, limit);
    return {
      items,
      nextCursor:
        rows.length > limit
          ? this.encode(binding, keysetOf(items[limit - 1]))
          : null,
    };
  }

  /**
   * @returns null without a cursor.
   * @throws InvalidRequestError - when the cursor is not one of this list, caller and filter.
   */
  decode<T extends object>(
    binding: CursorBinding,
    cursor: string | undefined,
  ): T | null {
    if (cursor === undefined) return null;
    const keyset = this.signer.verify(purpose(binding), cursor);
    if (!keyset || typeof keyset !== 'object') {
      throw new InvalidRequestError([
        {
          pointer: '/query/cursor',
          code: 'invalid_cursor',
          message: 'is not a cursor of this list with these filters',
        },
      ]);
    }
    // What carries our signature was written by `encode` for the same binding.
    return keyset as T;
  }
}

function purpose({ list, caller, filter = {} }: CursorBinding): string {
  const sorted = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(['cursor', list, caller, sorted]);
}
