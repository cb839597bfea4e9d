import { z } from 'zod';
import { UnreadCounts } from '../database/NotificationReadModel';
import { Cache } from './Cache';
import { CacheKeys } from './CacheKeys';
import { parsedJson } from './parsedJson';

const day = 24 * 60 * 60 * 1_000;
const countSchema = z.int().nonnegative();

/** Keeps a person's unread count under the version of their notifications, which grows with whatever changes the count. */
export class CachedUnreadCounts implements UnreadCounts {
  constructor(
    private readonly inner: UnreadCounts,
    private readonly cache: Cache,
    private readonly keys: CacheKeys,
  ) {}

  async count(recipient: string, version: string): Promise<number> {
    const key = this.keys.unread(recipient, version);
    const kept = parsedJson(countSchema, await this.cache.get(key));
    if (kept !== undefined) return kept;
    const count = await this.inner.count(recipient, version);
    this.cache.set(key, String(count), day);
    return count;
  }
}
