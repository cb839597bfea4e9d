/**
 * What somebody typed and the server does not have yet, kept in this browser. What its storage does not have is held in memory:
 * what is still to be written, because a page that is drawn anew reads before the one it replaces has gone and written; and
 * what the storage refused (private windows, full quota), which lives as long as the tab, and nothing fails.
 */
export class DraftStore {
  private readonly held = new Map<string, unknown>();

  /** @param storage - asked each time: already naming it fails in some private windows. */
  constructor(private readonly storage: () => Storage) {}

  read(key: string): unknown {
    if (this.held.has(key)) return this.held.get(key);
    try {
      const text = this.storage().getItem(key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** Is read from now on, and written once the key is settled. */
  hold(key: string, value: unknown): void {
    this.held.set(key, value);
  }

  /**
   * Writes what is held.
   *
   * @returns false when the browser has no room for it; nothing older is left in the storage then.
   */
  settle(key: string): boolean {
    if (!this.held.has(key)) return true;
    try {
      this.storage().setItem(key, JSON.stringify(this.held.get(key)));
      this.held.delete(key);
      return true;
    } catch {
      this.removeStored(key);
      return false;
    }
  }

  /** Holds it, and settles the key at once. */
  write(key: string, value: unknown): boolean {
    this.hold(key, value);
    return this.settle(key);
  }

  remove(key: string): void {
    this.held.delete(key);
    this.removeStored(key);
  }

  private removeStored(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  }
}
