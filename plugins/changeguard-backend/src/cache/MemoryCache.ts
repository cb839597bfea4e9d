import { Cache } from './Cache';

/** The cache of a process that has no Redis: the entries used last, up to a number of characters. */
export class MemoryCache implements Cache {
  private readonly entries = new Map<
    string,
    { value: string; until: number }
  >();
  private characters = 0;

  constructor(
    private readonly options: { characters: number } = {
      characters: 8 * 1024 * 1024,
    },
    private readonly now: () => number = () => performance.now(),
  ) {}

  async get(key: string): Promise<string | undefined> {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.drop(key);
    if (entry.until <= this.now()) return undefined;
    this.add(key, entry);
    return entry.value;
  }

  set(key: string, value: string, milliseconds: number): void {
    this.drop(key);
    if (key.length + value.length > this.options.characters) return;
    this.add(key, { value, until: this.now() + milliseconds });
    // A map iterates in the order of insertion, and a hit inserts again: the first key was used longest ago.
    for (const oldest of this.entries.keys()) {
      if (this.characters <= this.options.characters) break;
      this.drop(oldest);
    }
  }

  private add(key: string, entry: { value: string; until: number }): void {
    this.entries.set(key, entry);
    this.characters += key.length + entry.value.length;
  }

  private drop(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.characters -= key.length + entry.value.length;
  }
}
