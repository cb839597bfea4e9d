import { ApiDocument } from './model/ApiDocument';
import { OperationPair, PathPair } from './model/Operation';
import { SchemaPairs } from './model/SchemaPairs';
import { SchemaReporter } from './SchemaReporter';
import { Report } from './Report';

/** What every check is given. */
export interface Context {
  base: ApiDocument;
  revision: ApiDocument;
  /** Today, for sunset dates. */
  now: Date;
  report: Report;
  pairs: SchemaPairs;
  schemas: SchemaReporter;
}

/** Looks at the whole definition. */
export type DefinitionCheck = (context: Context) => void;

/** Looks at a path in both versions. */
export type PathCheck = (pair: PathPair, context: Context) => void;

/** Looks at an operation that is in both versions. */
export type OperationCheck = (pair: OperationPair, context: Context) => void;
