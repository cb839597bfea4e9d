import type { ConsumerCounts } from '@changeguard/backstage-plugin-changeguard-common';

/** The consumers of a change by what is left to do about them. */
export interface AnswerGroups {
  /** Nothing left to do: migrated, not affected, or granted an exception. */
  done: number;
  /** Answered, on its way. */
  underway: number;
  blocked: number;
  unanswered: number;
  total: number;
}

/** Sums up the counts per answer. */
export function answerGroups(counts: ConsumerCounts): AnswerGroups {
  const of = (...states: (keyof ConsumerCounts['byAnswer'])[]) =>
    states.reduce((sum, state) => sum + (counts.byAnswer[state] ?? 0), 0);
  const done = of('migrated', 'not_affected', 'waived');
  const underway = of('acknowledged', 'migrating');
  const blocked = of('blocked');
  return {
    done,
    underway,
    blocked,
    unanswered: Math.max(0, counts.total - done - underway - blocked),
    total: counts.total,
  };
}
