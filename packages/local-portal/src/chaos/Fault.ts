import type { Cluster } from './Cluster.ts';
import type { PlannedFault } from './planFaults.ts';

/** What a fault works with. */
export interface FaultTools {
  cluster: Cluster;
  round: PlannedFault;
  /** Called in the middle of the fault, when it hurts most: the moment for company. */
  meanwhile: () => Promise<void>;
}

/** Inflicts a fault and heals it. */
export type Fault = (tools: FaultTools) => Promise<void>;
