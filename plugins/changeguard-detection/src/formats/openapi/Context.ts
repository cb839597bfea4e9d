import { ApiDocument } from '../../schema-comparison/ApiDocument';
import { HttpSchemaUse } from './model/HttpSchemaUse';
import { OperationPair, PathPair } from './model/Operation';
import { SchemaPairs } from '../../schema-comparison/SchemaPairs';
import { SchemaReporter } from '../../schema-comparison/SchemaReporter';
import { SchemaUse } from '../../schema-comparison/SchemaUse';
import { Report } from '../../schema-comparison/Report';

/** What every check is given. */
export interface Context {
  base: ApiDocument;
  revision: ApiDocument;
  /** Today, for sunset dates. */
  now: Date;
  report: Report;
  pairs: SchemaPairs;
  schemas: SchemaReporter<HttpSchemaUse>;
  /** States what differs in calls that the provider makes. */
  callbacks: SchemaReporter<SchemaUse>;
}

/** Looks at the whole definition. */
export type DefinitionCheck = (context: Context) => void;

/** Looks at a path in both versions. */
export type PathCheck = (pair: PathPair, context: Context) => void;

/** Looks at an operation that is in both versions. */
export type OperationCheck = (pair: OperationPair, context: Context) => void;
