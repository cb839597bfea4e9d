import {
  ComparisonFailure,
  RuleLevels,
  SideBySide,
} from '@changeguard/backstage-plugin-changeguard-common';
import { StoredDifference } from '../database/detectionTables';

/**
 * Two texts to compare, as bytes of UTF-8. They are taken over, because copies of megabytes cost the event loop their collection: afterwards
 * they may be empty.
 */
export interface ComparisonRequest {
  /** The id of a format, such as `openapi`. */
  format: string;
  base: Uint8Array;
  revision: Uint8Array;
  /** Whether the revision is needed afterwards: then it is copied once a thread is free. */
  keepsRevision?: boolean;
  /** By rule id; raise, lower or mute. */
  levels?: RuleLevels;
  /** Whether the texts are wanted side by side. */
  sideBySide?: boolean;
}

/** What came of it; nobody has been asked yet what is accepted. */
export interface JudgedComparison extends StoredDifference {
  outcome: 'compared' | 'partial' | 'failed';
  failure: ComparisonFailure | null;
  sideBySide: SideBySide | null;
}

/** Compares definitions. Never rejects for a text, however hostile: that is a result. */
export interface Comparer {
  compare(request: ComparisonRequest): Promise<JudgedComparison>;
}
