import { SchemaUse } from '../../../schema-comparison/SchemaUse';

/** Where a schema is used in an HTTP call. */
export interface HttpSchemaUse extends SchemaUse {
  side: 'request' | 'response';
  place: 'body' | 'parameter' | 'header';
  /** Whether values are JSON on the wire; elsewhere everything is text. */
  json: boolean;
  /** Whether the parameter may be left out. */
  optional?: boolean;
}
