import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../processes/waitFor.ts';
import { REPUBLISH_AFTER_S, type Cluster } from './Cluster.ts';
import { faults } from './faults/faults.ts';
import { openWork } from './openWork.ts';
import { inWords, type FaultKind, type PlannedFault } from './planFaults.ts';
import { STEPS, type Outage, type Span, type Step } from './recoveryTimes.ts';

/** What was open when a fault was healed has this long to be done, before the next one comes. */
const SETTLE_MS = 120_000;

/**
 * What cannot be done while a fault lasts, whoever is alive. A frozen backend keeps the events that Pub/Sub hands to its streams, again and
 * again, until it wakes up. What it has leased to publish or to deliver is another's after the lease, and what its transactions have locked
 * keeps nobody waiting for longer than that.
 */
const HOLDS_UP: Partial<Record<FaultKind, readonly Step[]>> = {
  'restart-postgres': STEPS,
  'delete-topic': ['publish', 'handle'],
  freeze: ['handle'],
};

/** What a deleted topic took with it is published again by then: the patience with subscribers, and a look for what has exhausted it. */
const TOPIC_HEALED_MS = (REPUBLISH_AFTER_S + 5) * 1_000;

/** Inflicts faults one after the other, and keeps book of what befell whom and when; times are milliseconds since 1970. */
export class FaultRunner {
  /** Backends that were killed. */
  readonly kills: { at: number; backend: number }[] = [];
  /** When something was away that others needed to go on. */
  readonly outages: Outage[] = [];
  /** When a backend may have lost what it was about to write down. */
  readonly crashes: Span[] = [];
  /** What was inflicted, in words. */
  readonly done: string[] = [];
  /** What nobody did on purpose. */
  readonly surprises: string[] = [];
  readonly #cluster: Cluster;
  readonly #say: (line: string) => void;

  constructor(cluster: Cluster, say: (line: string) => void) {
    this.#cluster = cluster;
    this.#say = say;
  }

  /** One round: calm, the fault with its company, and the wait until what it held up is done. */
  async inflict(round: PlannedFault): Promise<void> {
    this.done.push(inWords(round));
    await pause(round.calmMs);
    this.#say(inWords(round));
    const from = Date.now();
    if (round.kind === 'kill') {
      this.kills.push({ at: from, backend: round.backend });
    }
    const { alsoKills } = round;
    await faults[round.kind]({
      cluster: this.#cluster,
      round,
      meanwhile: async () => {
        if (alsoKills !== null) {
          await this.#kill(alsoKills);
        }
      },
    });
    const healed = Date.now();
    if (['kill', 'freeze', 'restart-postgres'].includes(round.kind)) {
      this.crashes.push({ from, until: healed });
    }
    await this.bringBack();
    await this.#settle(healed);
    if (round.kind === 'delete-topic') {
      // What one backend published before another had made all subscriptions again is lost like what was in the topic.
      await this.#settle(Date.now());
    }
    const holdsUp = HOLDS_UP[round.kind];
    if (holdsUp) {
      const until =
        round.kind === 'delete-topic'
          ? Math.min(Date.now(), from + TOPIC_HEALED_MS)
          : healed;
      this.outages.push({ from, until, holdsUp });
    }
  }

  /** Starts every backend that is not there. */
  async bringBack(): Promise<void> {
    await Promise.all(
      this.#cluster.backends.map(async (backend, index) => {
        if (backend.process.hasExited()) {
          const how = await backend.process.exited;
          if (!how.includes('SIGKILL')) {
            this.surprises.push(`backend ${index} ${how} by itself`);
          }
          await backend.restart();
        }
      }),
    );
  }

  async #kill(backend: number): Promise<void> {
    const at = Date.now();
    this.kills.push({ at, backend });
    await this.#cluster.backends[backend].kill('SIGKILL');
    this.crashes.push({ from: at, until: Date.now() });
  }

  async #settle(before: number): Promise<void> {
    const { changeguard } = this.#cluster;
    try {
      await waitFor(
        'what the fault had held up was done',
        async () => (await openWork(changeguard, before)) === 0,
        { timeoutMs: SETTLE_MS, everyMs: 250 },
      );
    } catch {
      const open = await openWork(changeguard, before);
      this.surprises.push(
        `${open} pieces of work were open ${
          SETTLE_MS / 1000
        } s after: ${this.done.at(-1)}`,
      );
    }
  }
}
