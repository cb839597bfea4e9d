import { ChainFault, chainFaults } from './ChainFault';

/** What can be wrong with an export. @public */
export type ExportFault =
  | ChainFault
  /** A line is not what it should be there. */
  | 'malformed'
  /** The export ends without a trailer. */
  | 'no-trailer'
  /** The trailer speaks of other lines. */
  | 'trailer-mismatch'
  /** Keys were given, and the trailer is not signed with one of them. */
  | 'trailer-signature';

/** Each in words. @public */
export const exportFaults: Record<ExportFault, string> = {
  ...chainFaults,
  malformed: 'the line is not what an export has there',
  'no-trailer': 'the export ends without its last line, the trailer',
  'trailer-mismatch': 'the trailer speaks of other lines than these',
  'trailer-signature': 'the trailer is not signed with a key that was given',
};
