/**
 * What somebody typed and the server does not have yet, kept in this browser. What its storage does not have is held in memory:
 * what is still to be written, because a page that is drawn anew reads before the one it replaces has gone and written; and
 * what the storage refused (private windows, full quota), which lives as long as the tab, and nothing fails. What was refused is not
 * tried again: what is stored by then may be newer, from another tab.
 */
export class DraftStore {
  private readonly held = new Map<
    string,
    { value: unknown; isRefused: boolean }
  >();

  /** @param storage - asked each time: already naming it fails in some private windows. */
  constructor(private readonly storage: () => Storage) {}

  read(key: string): unknown {
    const held = this.held.get(key);
    if (held) return held.value;
    try {
      const text = this.storage().getItem(key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** Is read from now on, and written once the key is settled. */
  hold(key: string, value: unknown): void {
    this.held.set(key, { value, isRefused: false });
  }

  /**
   * Writes what is held, unless that was refused already.
   *
   * @returns false when the browser has no room for it; what was stored when it was refused is older, and is removed.
   */
  settle(key: string): boolean {
    const held = this.held.get(key);
    if (!held) return true;
    if (held.isRefused) return false;
    try {
      this.storage().setItem(key, JSON.stringify(held.value));
      this.held.delete(key);
      return true;
    } catch {
      held.isRefused = true;
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
