/**
 * What somebody typed and the server does not have yet, kept in this browser. A browser may refuse storage (private
 * windows, full quota): then the draft lives as long as the page, and nothing fails.
 */
export class DraftStore {
  /** @param storage - asked each time: already naming it fails in some private windows. */
  constructor(private readonly storage: () => Storage) {}

  read(key: string): unknown {
    try {
      const text = this.storage().getItem(key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** @returns false when the browser has no room for it; nothing older is left under the key then. */
  write(key: string, value: unknown): boolean {
    try {
      this.storage().setItem(key, JSON.stringify(value));
      return true;
    } catch {
      this.remove(key);
      return false;
    }
  }

  remove(key: string): void {
    try {
      this.storage().removeItem(key);
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  }
}
