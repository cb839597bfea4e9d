import { Side } from '../Finding';

/** Where a schema is used. */
export interface SchemaUse {
  operation: string;
  /** Who minds: those who write its values, or those who read them. */
  side: Exclude<Side, 'source'>;
  /** What tells this use from others of the operation. */
  identity: string;
  details: Readonly<Record<string, string>>;
}

/** How a schema is reached from the one that is used. */
export interface Spot {
  /** Names of properties and keywords on the way, such as `/items/name`. */
  path: string;
  nested: boolean;
  /** Whether it has to be there. */
  required: boolean;
}
