/**
 * What happens at a point: the call fails before it has had its effect, or after; its effect happens and its answer never comes;
 * its effect happens and the instance is abandoned, its connections cut, before the answer comes.
 */
export const faultModes = ['before', 'after', 'hang', 'abandon'] as const;

export type FaultMode = (typeof faultModes)[number];

/** One fault: at which call, and what happens there. */
export interface Aim {
  point: string;
  mode: FaultMode;
}

/**
 * Counts the port calls of a run and strikes at one of them.
 *
 * A point is named by its port, by what it is part of and by what it does, such as `postgres: audit ← comment.added: InboxStore.take`; a
 * number is added from its second time on. So what happens at the same time elsewhere moves no number. How often somebody looks in vain
 * for work depends on time alone, so a poll is a point only when it found something.
 *
 * States: waiting → `begin` → counting → (struck, at most once) → `end` → over.
 */
export class FaultPlan {
  /** Names of the points passed, in their order. */
  readonly passed: string[] = [];
  /** When it struck, in milliseconds of {@link Date.now}. */
  struckAt?: number;
  /** When an instance was abandoned: after the effect of the call, which takes its time. Until then others of its calls get through. */
  abandonedAt?: number;
  private readonly times = new Map<string, number>();
  private counting = false;

  constructor(private readonly aim: Aim | null = null) {}

  begin(): void {
    this.counting = true;
  }

  end(): void {
    this.counting = false;
  }

  abandoned(): void {
    this.abandonedAt ??= Date.now();
  }

  /** A port is called: answers what happens to the call, null when nothing does. */
  pass(name: string): FaultMode | null {
    if (!this.counting) return null;
    const point = this.nextOf(name);
    this.times.set(name, (this.times.get(name) ?? 0) + 1);
    this.passed.push(point);
    return this.strike(point);
  }

  /** As {@link FaultPlan.pass} for a call that is the same each time and made as often as time lets it: only the first counts. */
  passOnce(name: string): FaultMode | null {
    return this.times.has(name) ? null : this.pass(name);
  }

  /** A poll is about to be sent. Whether it would find something is not known yet: it fails in place of the next that does. */
  passPoll(name: string): FaultMode | null {
    return this.counting && this.aim?.mode === 'before'
      ? this.strike(this.nextOf(name))
      : null;
  }

  private strike(point: string): FaultMode | null {
    if (point !== this.aim?.point || this.struckAt !== undefined) return null;
    this.struckAt = Date.now();
    return this.aim.mode;
  }

  private nextOf(name: string): string {
    const times = (this.times.get(name) ?? 0) + 1;
    return times === 1 ? name : `${name} #${times}`;
  }
}
