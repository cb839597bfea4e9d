import { AsyncLocalStorage } from 'async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs work as part of something, such as a request or the handling of an event, by which the points in it are named. */
export function within<T>(scope: string, work: () => T): T {
  return storage.run(scope, work);
}

/** The name of a point: its port, what it is part of, what it does. */
export function pointName(port: string, what: string): string {
  const scope = storage.getStore();
  return scope ? `${port}: ${scope}: ${what}` : `${port}: ${what}`;
}

/** Whether what happens now is part of something. */
export function isInScope(): boolean {
  return storage.getStore() !== undefined;
}
