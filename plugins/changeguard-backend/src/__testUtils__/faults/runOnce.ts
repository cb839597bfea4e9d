import { Aim, FaultPlan } from './FaultPlan';
import { invariants, noUnhandledRejection } from './invariants/invariants';
import { tellStory } from './tellStory';
import { Setting, World } from './World';

/** What one run showed. */
export interface RunResult {
  /** Names of the points it passed. */
  points: string[];
  /** Whether the fault struck; true for a run without one. */
  struck: boolean;
  /** Invariants that were checked. */
  checked: string[];
  violations: { invariant: string; sentence: string }[];
  /** What happened, for whoever looks for the reason. */
  journal: string[];
  ms: number;
}

/** Runs of this process that are told of a rejection nobody handled: whose it was cannot be seen. */
const unhandledRejections = new Set<(reason: unknown) => void>();
process.on('unhandledRejection', reason =>
  unhandledRejections.forEach(tell => tell(reason)),
);

/** The story with one fault in it, or none, in a world of its own; afterwards all invariants. */
export async function runOnce(
  setting: Setting,
  aim: Aim | null,
): Promise<RunResult> {
  const startedAt = performance.now();
  const plan = new FaultPlan(aim);
  const world = await World.create(setting, plan);
  const violations: RunResult['violations'] = [];
  const checked: string[] = [];
  const unhandled = (reason: unknown) =>
    violations.push({
      invariant: noUnhandledRejection,
      sentence: String(reason),
    });
  unhandledRejections.add(unhandled);
  try {
    // A broker of its own is asked for topic and subscriptions while an instance starts.
    if (setting.broker === 'pubsub') plan.begin();
    await world.start();
    plan.begin();
    const told = await tellStory(world);
    plan.end();
    for (const { name, check } of invariants) {
      const sentences = await check({ world, told });
      checked.push(name);
      violations.push(
        ...sentences.map(sentence => ({ invariant: name, sentence })),
      );
    }
  } catch (error) {
    violations.push({
      invariant: 'the story comes to its end',
      sentence: String(error),
    });
  } finally {
    plan.end();
    await world.close();
    unhandledRejections.delete(unhandled);
    checked.push(noUnhandledRejection);
  }
  return {
    points: plan.passed,
    struck: !aim || plan.struckAt !== undefined,
    checked,
    violations,
    journal: world.journal.lines,
    ms: performance.now() - startedAt,
  };
}
