import { createHash, Hash } from 'crypto';
import { digestOf, GENESIS, hashOf, Seal, SealedContent } from './chain';
import { ChainVerifier } from './ChainVerifier';
import { Checkpoint, checkpointText } from './checkpoint';
import { ExportFault } from './ExportFault';
import {
  ExportHeader,
  ExportTrailer,
  parseRecordLine,
  trailerText,
} from './exportFormat';
import { readHeader, readTrailer } from './exportLines';
import { BadLine, ExportReport } from './ExportReport';
import { KnownKeys } from './KnownKeys';
import { removalOf } from './removal';
import { Removals } from './Removals';

/** What was read since a header. */
interface Part {
  header: ExportHeader;
  records: number;
  hashes: Hash;
}

/**
 * Checks an export line by line, in memory that does not grow with it.
 *
 * States: header wanted → records → trailer → header wanted (of another part, which must go on where this one ended) or the end. A part
 * that broke off may be followed at once by the header of the one that resumes it: the chain ties them together, so the trailer of the
 * second vouches for both. After the first bad line nothing else is read.
 *
 * @public
 */
export class ExportVerifier {
  private readonly removals: Removals;
  private readonly checkpoints: Map<number, Checkpoint>;
  private readonly report: ExportReport = {
    firstBad: null,
    complete: true,
    fromSeq: 0,
    toSeq: 0,
    hash: null,
    records: 0,
    gone: 0,
    signature: 'unsigned',
    checkpoints: [],
    laterCheckpoints: [],
  };
  private line = 0;
  private part: Part | null = null;
  /** Of all parts; follows their links when they are complete. */
  private chain: ChainVerifier | null = null;
  private selection: string | null = null;
  /** When the last part was begun, as a signature says. */
  private begunAt: string | null = null;

  constructor(
    private readonly options: {
      keys: KnownKeys;
      /** Kept outside of the portal: what they say must be so. */
      checkpoints?: readonly Checkpoint[];
    },
  ) {
    const { keys, checkpoints = [] } = options;
    this.removals = new Removals(keys);
    this.checkpoints = new Map(checkpoints.map(one => [one.seq, one]));
    const untrusted = checkpoints.find(
      one => !this.trusts(keys.check(checkpointText(one), one)),
    );
    if (untrusted) this.fail('checkpoint-signature', untrusted.seq, null);
  }

  /** Takes the next line, without its newline. */
  take(line: Buffer): void {
    if (this.report.firstBad) return;
    this.line++;
    const record = parseRecordLine(line);
    if (record && this.part) {
      this.takeRecord(this.part, record.seal, record.content);
      return;
    }
    const trailer = record ? null : readTrailer(line);
    if (trailer && this.part) {
      this.takeTrailer(this.part, trailer);
      return;
    }
    const header = record || trailer ? null : readHeader(line);
    if (header) this.takeHeader(header);
    else this.fail('malformed');
  }

  /** Says what the lines came to; there are no more of them. */
  end(): ExportReport {
    const { report, chain } = this;
    if (!report.firstBad && (this.part || this.line === 0)) {
      this.fail('no-trailer', null, null);
    }
    if (!report.firstBad) {
      const seq = this.removals.firstUnexplained(chain?.missing ?? []);
      if (seq !== null) this.fail('content-missing', seq, null);
    }
    if (!report.firstBad && report.complete) {
      const beyond = [...this.checkpoints.values()].filter(
        ({ seq }) => seq > report.toSeq,
      );
      const later = beyond.filter(one => this.isLater(one));
      if (later.length < beyond.length) {
        this.fail('cut-off', report.toSeq + 1, null);
      }
      report.laterCheckpoints = later.map(({ seq }) => seq);
    }
    return report;
  }

  private takeHeader(header: ExportHeader): void {
    const { fromSeq, prev, selection } = header;
    const { report } = this;
    const text = selection && JSON.stringify(selection);
    if (this.selection === null && this.chain === null) {
      report.complete = selection === null;
      report.fromSeq = fromSeq;
      this.selection = text;
      const hash = prev === null ? null : Buffer.from(prev, 'hex');
      if (hash && fromSeq === 1 && !hash.equals(GENESIS)) {
        this.fail('broken-link', fromSeq);
      }
      if (!selection)
        this.chain = new ChainVerifier({ seq: fromSeq - 1, hash });
      report.toSeq = fromSeq - 1;
      report.hash = prev;
    } else if (text !== this.selection) {
      this.fail('malformed');
    } else if (fromSeq !== report.toSeq + 1 && report.complete) {
      this.fail('out-of-sequence', fromSeq);
    } else if (report.complete && prev !== report.hash) {
      this.fail('broken-link', fromSeq);
    } else if (this.part && !report.complete) {
      // Nothing ties the records of a selection to what comes later.
      this.fail('no-trailer');
    }
    this.part = { header, records: 0, hashes: createHash('sha256') };
  }

  private takeRecord(
    part: Part,
    seal: Seal,
    content: SealedContent | null,
  ): void {
    const { report } = this;
    const bad = this.chain
      ? this.chain.take(seal, content)
      : this.checkAlone(seal, content);
    if (bad) {
      this.fail(bad.fault, bad.seq);
      return;
    }
    const { seq, hash } = seal;
    part.hashes.update(hash);
    part.records++;
    report.records++;
    report.toSeq = seq;
    report.hash = hash.toString('hex');
    const removal = content && removalOf(content.bytes);
    if (removal) this.removals.add(removal);
    if (!content) report.gone++;
    const checkpoint = this.checkpoints.get(seq);
    if (!checkpoint) return;
    if (checkpoint.hash === report.hash) report.checkpoints.push(seq);
    else this.fail('checkpoint-mismatch', seq);
  }

  private checkAlone(
    { seq, prev, digest, hash }: Seal,
    content: SealedContent | null,
  ): { seq: number; fault: ExportFault } | null {
    if (seq <= this.report.toSeq) return { seq, fault: 'out-of-sequence' };
    if (!hashOf(prev, seq, digest).equals(hash)) {
      return { seq, fault: 'wrong-hash' };
    }
    if (!content) return { seq, fault: 'content-missing' };
    return digestOf(content).equals(digest)
      ? null
      : { seq, fault: 'wrong-digest' };
  }

  private takeTrailer(
    { header, records, hashes }: Part,
    trailer: ExportTrailer,
  ) {
    const { report, options } = this;
    const { keyId, signature } = trailer;
    const agrees =
      trailer.fromSeq === header.fromSeq &&
      trailer.toSeq === report.toSeq &&
      trailer.hash === report.hash &&
      trailer.records === records &&
      trailer.lines === hashes.digest('hex') &&
      (trailer.selection && JSON.stringify(trailer.selection)) ===
        this.selection;
    if (!agrees) this.fail('trailer-mismatch');
    report.signature =
      keyId === null
        ? 'unsigned'
        : options.keys.check(trailerText(trailer), { keyId, signature });
    if (!this.trusts(report.signature)) this.fail('trailer-signature');
    this.begunAt = report.signature === 'genuine' ? trailer.at : null;
    this.part = null;
  }

  /** Whether a checkpoint is of after the export. Only a signature is believed: else a time would excuse what was cut off. */
  private isLater({ at }: Checkpoint): boolean {
    return this.begunAt !== null && Date.parse(at) >= Date.parse(this.begunAt);
  }

  /** Whoever gives keys wants to see their signatures. */
  private trusts(signature: ExportReport['signature']): boolean {
    return this.options.keys.isEmpty || signature === 'genuine';
  }

  private fail(
    fault: ExportFault,
    seq: number | null = null,
    line: number | null = this.line,
  ): void {
    const bad: BadLine = { line, seq, fault };
    this.report.firstBad ??= bad;
  }
}
