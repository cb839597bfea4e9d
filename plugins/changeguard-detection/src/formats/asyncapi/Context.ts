import { Report } from '../../schema-comparison/Report';
import { SchemaPairs } from '../../schema-comparison/SchemaPairs';
import { SchemaReporter } from '../../schema-comparison/SchemaReporter';
import { SchemaUse } from '../../schema-comparison/SchemaUse';
import { Channel, Definition } from './model/Definition';
import { Matches } from './model/matchBy';
import { ForeignPayload } from './payloads/ForeignPayload';

/** What every check is given. */
export interface Context {
  base: Definition;
  revision: Definition;
  /** Today, for sunset dates. */
  now: Date;
  report: Report;
  pairs: SchemaPairs;
  schemas: SchemaReporter<MessageSchemaUse>;
  channels: Matches<Channel>;
  /** Payloads in the languages of other formats, which are compared afterwards. */
  foreign: ForeignPayload[];
  /** Why the comparison is only a part of one. */
  reasons: Set<string>;
}

/** Where a schema is used in an exchange of messages. */
export interface MessageSchemaUse extends SchemaUse {
  side: 'reader' | 'writer';
}

/** Looks at the whole definition. */
export type Check = (context: Context) => void;
