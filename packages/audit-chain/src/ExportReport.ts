import { ExportFault } from './ExportFault';
import { SignatureVerdict } from './KnownKeys';

/** The first line that is bad. @public */
export interface BadLine {
  /** From 1; null when it is about what is missing. */
  line: number | null;
  /** The record's place, when it is about one. */
  seq: number | null;
  fault: ExportFault;
}

/** What checking an export came to. @public */
export interface ExportReport {
  firstBad: BadLine | null;
  /** Whether it holds every record from `fromSeq` on; a selection proves its records, not that none is missing. */
  complete: boolean;
  fromSeq: number;
  toSeq: number;
  /** Hex; of the last record. */
  hash: string | null;
  records: number;
  /** Records whose content was erased or purged, by right. */
  gone: number;
  /** Of the last trailer: `unsigned` when it carries no signature, `unknown` when its key was not given. */
  signature: SignatureVerdict | 'unsigned';
  /** Places of the given checkpoints that agree with the export. */
  checkpoints: number[];
  /** Places of the given checkpoints that were made after the export, and say nothing about it. */
  laterCheckpoints: number[];
}
