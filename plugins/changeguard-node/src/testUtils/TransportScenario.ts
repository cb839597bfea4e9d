import { TransportBench } from './TransportBench';

/** One thing that a transport must do. */
export interface TransportScenario {
  /** Reads after "it". */
  it: string;
  run(bench: TransportBench): Promise<void>;
}
