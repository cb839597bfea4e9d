import { OutboxClaim } from './OutboxStore';

/** A relay that never runs out of events looks at all of them after so many times the pause between two looks. */
const overdue = 5;

/**
 * Where the claims of a relay begin. Below lie the entries of events that were published long ago: while a transaction is open anywhere in
 * the cluster, PostgreSQL can remove none of them, and a claim that began with the oldest walked over ever more.
 *
 * Nothing depends on the mark but time. It is the highest position that was given out at the look before the last, so that whoever commits
 * within a pause is above it. What is below, because it committed later, failed, or is published again, is found by a look at all
 * events: when nothing is above and the pause has passed, and after five pauses in any case.
 *
 * States: looking (each claim goes on where the one before found its first event, since what follows an event of a change lies above it) →
 * a claim finds nothing → at the mark → a look is due → looking.
 */
export class LowWaterMark {
  private mark = 0n;
  /** The next mark. */
  private given = 0n;
  /** Where a look has come to; undefined when none is under way. */
  private looking?: bigint;
  private lookedAt = -Infinity;
  private learning = false;

  constructor(
    private readonly options: {
      /** Between two looks, in milliseconds. */
      pauseMs: number;
      /** Milliseconds that only ever grow. */
      now: () => number;
    },
  ) {}

  /** Where the next claim begins. */
  begin(): bigint {
    if (this.sinceLook() >= overdue * this.options.pauseMs) this.look();
    return this.looking !== undefined && this.looking < this.mark
      ? this.looking
      : this.mark;
  }

  /** Takes note of what a claim found; answers whether another one is due at once. */
  claimed({ events, highest }: OutboxClaim): boolean {
    if (this.learning) {
      this.mark = this.given;
      this.given = BigInt(highest);
      this.learning = false;
    }
    if (events.length > 0) {
      if (this.looking !== undefined) this.looking = BigInt(events[0].position);
      return false;
    }
    const isDue =
      this.looking === undefined && this.sinceLook() >= this.options.pauseMs;
    this.looking = undefined;
    if (isDue) this.look();
    return isDue;
  }

  private sinceLook(): number {
    return this.options.now() - this.lookedAt;
  }

  private look(): void {
    this.looking = 0n;
    this.lookedAt = this.options.now();
    this.learning = true;
  }
}
