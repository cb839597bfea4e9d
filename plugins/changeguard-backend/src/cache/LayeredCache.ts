import { Cache } from './Cache';

const hour = 60 * 60 * 1_000;

/**
 * The cache of this process in front of the one that all replicas share. Good for keys that name the version of what they keep: then this
 * process cannot hold anything old, however often the others write.
 */
export class LayeredCache implements Cache {
  constructor(private readonly own: Cache, private readonly shared: Cache) {}

  async get(key: string): Promise<string | undefined> {
    const near = await this.own.get(key);
    if (near !== undefined) return near;
    const far = await this.shared.get(key);
    if (far !== undefined) this.own.set(key, far, hour);
    return far;
  }

  set(key: string, value: string, milliseconds: number): void {
    this.own.set(key, value, milliseconds);
    this.shared.set(key, value, milliseconds);
  }
}
