import { AvroField, AvroNode } from './AvroNode';

/**
 * Why a reader's schema cannot read what a writer's schema writes: Apache's six reasons. The last three are about what is read, where reading
 * the bytes goes well.
 */
export interface Obstacle {
  reason:
    | 'name-mismatch'
    | 'fixed-size-mismatch'
    | 'missing-enum-symbols'
    | 'reader-field-missing-default-value'
    | 'type-mismatch'
    | 'missing-union-branch'
    | MeaningReason;
  /** Where it is written in the reader's and in the writer's schema. */
  readerPointer: string;
  writerPointer: string;
  reader: AvroNode | AvroField;
  writer: AvroNode | AvroField;
  /** The symbol that is missing. */
  symbol?: string;
  /** Names on the way there. */
  steps: readonly string[];
}

/** Why what is read is not what was written. */
export type MeaningReason =
  | 'decimal-mismatch'
  | 'logical-type-mismatch'
  | 'logical-type-undeclared';
