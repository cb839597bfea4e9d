import { Cache } from './Cache';
import { RedisLink } from './RedisLink';

/** The cache that all replicas share. */
export class RedisCache implements Cache {
  constructor(private readonly link: RedisLink) {}

  async get(key: string): Promise<string | undefined> {
    return (await this.link.run(redis => redis.get(key))) ?? undefined;
  }

  set(key: string, value: string, milliseconds: number): void {
    // `run` never rejects.
    void this.link.run(redis => redis.set(key, value, 'PX', milliseconds));
  }
}
