/** One way to come by something: answers `undefined` when it does not lead anywhere on this machine. */
export interface Way<T> {
  /** Names the way in a sentence: "redis-server on the PATH". */
  name: string;
  find(): Promise<T | undefined>;
}

/** What was found and how, or every way that was tried in vain. */
export type Found<T> =
  | { outcome: 'found'; value: T; way: string }
  | { outcome: 'missing'; tried: string[] };

/** Tries the ways in their order; a later one is not looked at once an earlier one led somewhere. */
export async function findFirst<T>(ways: Way<T>[]): Promise<Found<T>> {
  const tried: string[] = [];
  for (const { name, find } of ways) {
    const value = await find();
    if (value !== undefined) {
      return { outcome: 'found', value, way: name };
    }
    tried.push(name);
  }
  return { outcome: 'missing', tried };
}
