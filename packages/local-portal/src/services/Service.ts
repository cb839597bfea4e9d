import type { ManagedProcess } from '../processes/ManagedProcess.ts';

/**
 * How true to production a service is: `real` is the server itself, found on this machine or under an
 * address one gave; `embedded` is the real server, shipped as an npm package; `emulated` stands in for
 * something that does not exist outside its maker's cloud, or that must not reach the outside.
 *
 * @public
 */
export type ServiceKind = 'real' | 'embedded' | 'emulated';

/**
 * A service that runs, or is known to run.
 *
 * @public
 */
export interface Service<TConnection> {
  /** What it is, such as `PostgreSQL`. */
  readonly name: string;
  /** How true to production it is. */
  readonly kind: ServiceKind;
  /** Where it came from, for the report: `18.4 from npm`. */
  readonly origin: string;
  /** How to reach it. */
  readonly connection: TConnection;
  /** The program behind it, if we started one. */
  readonly process?: ManagedProcess;
  /** Stops it if we started it. Safe to call again. */
  stop(): Promise<void>;
}

/** What every starter of a service is told. */
export interface ServiceOptions {
  /** Port to listen on, on 127.0.0.1. */
  port: number;
  /** Folder for its data. */
  dataDir: string;
  /** File for its output. */
  logFile: string;
}
