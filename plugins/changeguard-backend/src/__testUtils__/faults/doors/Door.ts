import { FaultPlan } from '../FaultPlan';
import { Life, never } from '../Life';
import { isInScope, pointName } from '../scope';

/** A call that a plan lets fail. */
export class FaultError extends Error {
  readonly name = 'FaultError';
}

/** What stands between an instance and one of its ports. */
export class Door {
  constructor(readonly plan: FaultPlan, readonly life: Life) {}

  /** Passes a call on, or does to it what the plan says. */
  async through<T>(
    port: string,
    what: string,
    effect: () => Promise<T>,
  ): Promise<T> {
    if (this.life.over) return never();
    const point = pointName(port, what);
    const mode = this.plan.pass(point);
    if (mode === 'before') throw new FaultError(`${point} failed`);
    const result = await effect();
    if (mode === 'abandon') this.life.end();
    if (mode === 'hang' || this.life.over) return never();
    if (mode === 'after')
      throw new FaultError(`The answer of ${point} is lost`);
    return result;
  }

  /** The same for a call that answers at once: it cannot hang, and has no effect that could outlive its failure. */
  throughNow<T>(port: string, what: string, effect: () => T): T {
    const point = pointName(port, what);
    // Workers name their leases on every round, and not all rounds find work.
    const mode = isInScope()
      ? this.plan.pass(point)
      : this.plan.passOnce(point);
    if (mode === 'abandon') this.life.end();
    if (mode) throw new FaultError(`${point} failed`);
    return effect();
  }
}
