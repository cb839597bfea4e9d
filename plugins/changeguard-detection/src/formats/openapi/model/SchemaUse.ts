/** Where a schema is used. */
export interface SchemaUse {
  operation: string;
  side: 'request' | 'response';
  place: 'body' | 'parameter' | 'header';
  /** Whether values are JSON on the wire; elsewhere everything is text. */
  json: boolean;
  /** Whether the parameter may be left out. */
  optional?: boolean;
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
