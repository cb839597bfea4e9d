import { AsyncLocalStorage } from 'async_hooks';

/** Somebody who works in rounds, and may be stopped between any two of their steps. */
interface Actor {
  work: () => Promise<unknown>;
  /** Goes on from where it was stopped; absent between rounds. */
  resume?: () => void;
}

/**
 * Lets actors work one at a time, a step each, in whatever order it is told: everything they do happens between two calls of
 * {@link Actors.turn}, so that an order that failed can be played again.
 */
export class Actors {
  private readonly acting = new AsyncLocalStorage<Actor>();
  private actors: Actor[] = [];
  private stopped: () => void = () => {};
  private failure?: unknown;

  add(work: () => Promise<unknown>): void {
    this.actors.push({ work });
  }

  clear(): void {
    this.actors = [];
    this.failure = undefined;
  }

  /** A round of an actor that nobody stops. */
  async alone(index: number): Promise<void> {
    await this.actors[index].work();
  }

  get count(): number {
    return this.actors.length;
  }

  /** Called by whoever works, before and after what others can see: waits until it is their turn again. */
  async turn(): Promise<void> {
    const actor = this.acting.getStore();
    if (!actor) return;
    // A deadline of its own can wake one that was killed, a minute later and in the middle of another schedule: it has no turn any more.
    if (!this.isAlive(actor)) await new Promise<never>(() => {});
    const resumed = new Promise<void>(resolve => {
      actor.resume = resolve;
    });
    this.stopped();
    await resumed;
  }

  /** One step of an actor: from where it was stopped, or from the beginning of a round. */
  async step(index: number): Promise<void> {
    const actor = this.actors[index];
    const stopped = new Promise<void>(resolve => {
      this.stopped = resolve;
    });
    const { resume } = actor;
    actor.resume = undefined;
    if (resume) {
      resume();
    } else {
      this.acting.run(actor, actor.work).then(
        () => {
          if (this.isAlive(actor)) this.stopped();
        },
        error => {
          if (!this.isAlive(actor)) return;
          this.failure ??= error;
          this.stopped();
        },
      );
    }
    await stopped;
    if (this.failure) throw this.failure;
  }

  private isAlive(actor: Actor): boolean {
    return this.actors.includes(actor);
  }

  /** An actor dies where it was stopped, and another takes its place. */
  kill(index: number): void {
    const { work } = this.actors[index];
    this.actors = this.actors.with(index, { work });
  }

  /** What comes after a schedule: everybody is gone. */
  killAll(): void {
    this.actors.forEach((_, index) => this.kill(index));
  }
}

/** Stops before and after every call of an object's methods. */
export function inTurns<T extends object>(actors: Actors, target: T): T {
  return new Proxy(target, {
    get(object, property) {
      const value = Reflect.get(object, property, object);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        await actors.turn();
        const result = await value.apply(object, args);
        await actors.turn();
        return result;
      };
    },
  });
}
