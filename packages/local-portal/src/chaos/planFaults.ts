import { pick, seededRandom, shuffled } from './seededRandom.ts';

/** What can befall the portal. */
export const FAULT_KINDS = [
  'kill',
  'freeze',
  'restart-postgres',
  'freeze-redis',
  'delete-topic',
  'cut-mail',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One round: a fault, and perhaps a backend that is killed in the middle of it. */
export interface PlannedFault {
  kind: FaultKind;
  /** Whom it befalls, where it befalls one backend. */
  backend: number;
  /** Another one that is killed meanwhile. */
  alsoKills: number | null;
  /** How long the client works undisturbed before, in milliseconds. */
  calmMs: number;
  /** How long what is down stays down, where the kind leaves it open, in milliseconds. */
  downMs: number;
}

/** A kill is three times as likely as any other fault: it is what the promises are about. */
const BAG: readonly FaultKind[] = ['kill', 'kill', ...FAULT_KINDS];
/** How often something else comes with a kill. */
const COMPANY = 1 / 3;

/**
 * Rounds without end, the same for the same seed. Every kind comes within each eight rounds.
 *
 * @param kinds - those that may come; the others are left out
 */
export function* planFaults(options: {
  seed: number;
  backends: number;
  kinds: readonly FaultKind[];
}): Generator<PlannedFault, never> {
  const random = seededRandom(options.seed);
  const backends = Array.from(
    { length: options.backends },
    (_, index) => index,
  );
  for (;;) {
    for (const kind of shuffled(random, BAG)) {
      const backend = pick(random, backends);
      const others = backends.filter(one => one !== backend);
      const round: PlannedFault = {
        kind,
        backend,
        alsoKills: random() < COMPANY ? pick(random, others) : null,
        calmMs: Math.round(1_000 + 3_000 * random()),
        downMs: Math.round(2_000 + 6_000 * random()),
      };
      if (options.kinds.includes(kind)) {
        yield round;
      }
    }
  }
}

/** A round in words. */
export function inWords(round: PlannedFault): string {
  const { kind, backend, alsoKills, calmMs, downMs } = round;
  const whom =
    kind === 'kill' || kind === 'freeze' ? ` backend ${backend}` : '';
  const company = alsoKills === null ? '' : `, killing backend ${alsoKills}`;
  return `after ${calmMs} ms ${kind}${whom} for ${downMs} ms${company}`;
}
