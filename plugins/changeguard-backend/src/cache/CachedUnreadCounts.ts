import { z } from 'zod';
import { UnreadCounts } from '../database/NotificationReadModel';
import { Cache } from './Cache';
import { CacheKeys } from './CacheKeys';
import { parsedJson } from './parsedJson';

const day = 24 * 60 * 60 * 1_000;
const countSchema = z.strictObject({
  version: z.string(),
  unread: z.int().nonnegative(),
});

/**
 * Keeps a person's unread count together with the version of their notifications that it was counted at, which grows with whatever changes
 * the count. The version is part of what is kept, not of the key, so that cache and version are read at the same time.
 */
export class CachedUnreadCounts implements UnreadCounts {
  constructor(
    private readonly inner: UnreadCounts,
    private readonly cache: Cache,
    private readonly keys: CacheKeys,
  ) {}

  async count(
    recipient: string,
    currentVersion: Promise<string>,
  ): Promise<number> {
    const key = this.keys.unread(recipient);
    const [version, text] = await Promise.all([
      currentVersion,
      this.cache.get(key),
    ]);
    const kept = parsedJson(countSchema, text);
    if (kept?.version === version) return kept.unread;
    const unread = await this.inner.count(recipient, currentVersion);
    this.cache.set(key, JSON.stringify({ version, unread }), day);
    return unread;
  }
}
