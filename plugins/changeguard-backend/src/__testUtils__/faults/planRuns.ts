import { BrokerName } from './brokers/Broker';
import { Aim, FaultMode, faultModes } from './FaultPlan';

/** A call that answers at once cannot hang, and one that only makes a value has no effect that could outlive its failure. */
const modesAtOnce: readonly FaultMode[] = ['before', 'abandon'];
const atOnce = /^(clock|ids): /;

/** How points fared when nothing failed. */
export interface Points {
  /** Passed in every run, by name. */
  steady: string[];
  /** Passed in some runs only: how often something happens that time decides, such as a hint to other replicas. */
  unsteady: string[];
}

/** The points of several runs in which nothing failed, in an order of their own. */
export function pointsOf(runs: readonly (readonly string[])[]): Points {
  const sets = runs.map(points => new Set(points));
  const all = [...new Set(runs.flat())].sort();
  const isSteady = (point: string) => sets.every(set => set.has(point));
  return {
    steady: all.filter(isSteady),
    unsteady: all.filter(point => !isSteady(point)),
  };
}

const atPubSub = /^pubsub: /;

/** On which broker a point comes. */
export function brokerOf(point: string): BrokerName {
  return atPubSub.test(point) ? 'pubsub' : 'embedded';
}

/** The points that are let fail with a broker: all of them with the embedded one, with another one its own. */
export function pointsProved(
  broker: BrokerName,
  points: readonly string[],
): string[] {
  return points.filter(
    point => broker === 'embedded' || brokerOf(point) === broker,
  );
}

/** Every point in every mode that it can have. */
export function aimsAt(points: readonly string[]): Aim[] {
  return points.flatMap(point =>
    (atOnce.test(point) ? modesAtOnce : faultModes).map(mode => ({
      point,
      mode,
    })),
  );
}

/** Every n-th, the same each time. */
export function everyNth<T>(all: readonly T[], n: number): T[] {
  return all.filter((_, index) => index % n === 0);
}
