import { findingSchema } from '@changeguard/backstage-plugin-changeguard-common';
import { z } from 'zod';
import {
  ComposedDetail,
  SchemaChangeDetails,
} from '../database/SchemaChangeDetails';
import { Cache } from './Cache';
import { CacheKeys } from './CacheKeys';
import { parsedJson } from './parsedJson';
import { Meters } from '../telemetry/Meters';

const hour = 60 * 60 * 1_000;

const composedSchema: z.ZodType<ComposedDetail> = z.strictObject({
  description: z.string(),
  migrationGuide: z.string().nullable(),
  findings: z.array(findingSchema.omit({ purpose: true })),
  consumers: z.array(
    z.strictObject({ entityRef: z.string(), ownerRefs: z.array(z.string()) }),
  ),
});

/**
 * Keeps composed details under (change, sequence). The sequence comes from PostgreSQL in the same request, so an entry can be missing
 * but never old, and nothing needs to be deleted when a change is written. The entry is the same for every viewer: who may see it
 * was decided before, and what they see of the consumers is decided after.
 */
export class CachedSchemaChangeDetails implements SchemaChangeDetails {
  constructor(
    private readonly inner: SchemaChangeDetails,
    private readonly cache: Cache,
    private readonly keys: CacheKeys,
    private readonly meters: Pick<Meters, 'readCache'>,
  ) {}

  async compose(
    id: string,
    sequence: number,
  ): Promise<ComposedDetail | undefined> {
    const key = this.keys.detail(id, sequence);
    const kept = parsedJson(composedSchema, await this.cache.get(key));
    this.meters.readCache('detail', kept ? 'hit' : 'miss');
    if (kept) return kept;
    const detail = await this.inner.compose(id, sequence);
    if (detail) this.cache.set(key, JSON.stringify(detail), hour);
    return detail;
  }
}
