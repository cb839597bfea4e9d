import type { Client } from 'pg';
import type { Caller } from './Caller.ts';

/** What the measurements of routes need of the running portal. */
export interface Bench {
  alice: Caller;
  bob: Caller;
  /** ChangeGuard's own database. */
  database: Client;
  /** The entities that the filled-in changes are about, and that alice may record changes to. */
  entities: readonly { entityRef: string; ownerRef: string }[];
  /** Starts the portal anew, on the same data. */
  restart: () => Promise<void>;
  /** Says what is going on. */
  progress: (text: string) => void;
}

/** An answer of {@link LIST}. */
export interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

/** The first page of the list, as the portal's page asks for it. */
export const LIST = '/changeguard/schema-changes?limit=25';
