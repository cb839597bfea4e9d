/** Keeps texts for a while. It may forget any of them at any time, and answers nothing rather than fail. */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  /** Returns at once: nobody waits for a cache to be written. */
  set(key: string, value: string, milliseconds: number): void;
}
