import { z } from 'zod';
import { UnreadCounts } from '../database/NotificationReadModel';
import { Cache } from './Cache';
import { CacheKeys } from './CacheKeys';
import { parsedJson } from './parsedJson';
import { Meters } from '../telemetry/Meters';

const hour = 60 * 60 * 1_000;
const countSchema = z.int().nonnegative();

/**
 * Keeps a person's unread count under (person, version of their notifications). The version grows with whatever changes the count, and comes
 * from PostgreSQL in the same request.
 */
export class CachedUnreadCounts implements UnreadCounts {
  constructor(
    private readonly inner: UnreadCounts,
    private readonly cache: Cache,
    private readonly keys: CacheKeys,
    private readonly meters: Pick<Meters, 'readCache'>,
  ) {}

  async count(recipient: string, version: string): Promise<number> {
    const key = this.keys.unread(recipient, version);
    const kept = parsedJson(countSchema, await this.cache.get(key));
    this.meters.readCache('unread', kept === undefined ? 'miss' : 'hit');
    if (kept !== undefined) return kept;
    const unread = await this.inner.count(recipient, version);
    this.cache.set(key, JSON.stringify(unread), hour);
    return unread;
  }
}
