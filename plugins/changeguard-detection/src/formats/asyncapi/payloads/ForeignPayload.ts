import { Sighting } from '../../../schema-comparison/Report';
import { Action } from '../model/Definition';

/** A payload in the language of another format, in both versions. */
export interface ForeignPayload {
  language: 'avro' | 'protobuf';
  before: unknown;
  after: unknown;
  action: Action;
  /** Where it is. */
  at: Sighting;
}
