/**
 * What somebody typed and the server does not have yet, kept in this browser. A browser may refuse storage (private
 * windows, full quota): then the draft lives as long as the page, and nothing fails.
 */
export const localDraft = {
  read(key: string): unknown {
    try {
      const text = window.localStorage.getItem(key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  },

  write(key: string, value: unknown): void {
    try {
      window.localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Kept in the component's state all the same.
    }
  },

  remove(key: string): void {
    try {
      window.localStorage.removeItem(key);
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  },
};
