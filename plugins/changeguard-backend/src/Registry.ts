import { ConflictError, InputError } from '@backstage/errors';

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Things by id, each of which may be added once. */
export class Registry<T> {
  private readonly byId = new Map<string, T>();

  constructor(
    private readonly noun: string,
    private readonly taken: readonly string[] = [],
  ) {}

  add(id: string, thing: T): void {
    if (!idPattern.test(id)) {
      throw new InputError(
        `The ${this.noun} id '${id}' must be of lower case letters, digits and dashes`,
      );
    }
    if (this.taken.includes(id) || this.byId.has(id)) {
      throw new ConflictError(`The ${this.noun} id '${id}' is taken`);
    }
    this.byId.set(id, thing);
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  ids(): string[] {
    return [...this.byId.keys()];
  }

  all(): T[] {
    return [...this.byId.values()];
  }
}
