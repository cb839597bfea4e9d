import { createHash } from 'crypto';
import { SigningKey } from '../config';

/**
 * All keys in Redis. They begin with a fingerprint of the signing key, which the replicas of one portal share and two portals on one
 * Redis do not; the number after the noun is the version of what is kept there.
 */
export class CacheKeys {
  private readonly prefix: string;

  constructor([{ secret }]: readonly [SigningKey, ...SigningKey[]]) {
    const portal = createHash('sha256').update(`cache:${secret}`).digest('hex');
    this.prefix = `changeguard:${portal.slice(0, 12)}`;
  }

  detail(changeId: string, sequence: number): string {
    return `${this.prefix}:detail:2:${changeId}:${sequence}`;
  }

  unread(recipient: string, version: string): string {
    return `${this.prefix}:unread:3:${recipient}:${version}`;
  }

  /** Where the counts of a rate limit begin. */
  rate(kind: 'read' | 'write' | 'export'): string {
    return `${this.prefix}:rate:1:${kind}`;
  }
}
