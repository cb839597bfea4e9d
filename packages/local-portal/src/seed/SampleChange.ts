import type {
  Answer,
  ChangeStatus,
  RecordSchemaChangeInput,
} from '@changeguard/backstage-plugin-changeguard-common';

/** One change of the sample organisation, as written in its `changes.yaml`. */
export interface SampleChange {
  /** Stable name, from which the idempotency keys are made. */
  key: string;
  /** Who records it: name of a User entity. */
  by: string;
  /** Days from now, negative ones in the past. */
  effectiveInDays?: number;
  sunsetInDays?: number;
  change: Omit<RecordSchemaChangeInput, 'effectiveAt' | 'sunsetAt'>;
  /** What happens to it afterwards, one after the other. */
  then?: SampleStep[];
}

/** Something that somebody does with a recorded change. */
export type SampleStep = { by: string } & (
  | { comment: string }
  | {
      answer: Answer;
      /** Entity ref of the consumer that is answered for. */
      for: string;
      note?: string;
      expectedInDays?: number;
    }
  | { move: Exclude<ChangeStatus, 'draft'>; reason: string }
);
