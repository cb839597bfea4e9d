import { createHash } from 'crypto';
import {
  Ed25519Signer,
  GENESIS,
  headerLine,
  trailerLine,
} from '@changeguard/audit-chain';
import { InputError } from '@backstage/errors';
import { AuditFilter } from '@changeguard/backstage-plugin-changeguard-common';
import { ChainReader, ExportedLines } from './ChainReader';
import { csvHead, ExportFormat } from './exportLines';

/**
 * What is read, and written, at once; a stretch may be one record longer. So little that it is garbage before V8 looks at it: what
 * survives makes its young generation grow. A million records take some 20 MB so, and took 78 MB by stretches of 64 KB; the usual
 * record has half a kilobyte, and to look at more of them than are kept took three times as long.
 */
const atOnce = { limit: 32, bytes: 16 * 1024 };
const hashBytes = 32;

/** What to export: the sealed records from one place on that a filter lets through. */
export interface ExportRequest {
  fromSeq: number;
  /** Without its members that are not given; null exports everything. */
  filter: AuditFilter | null;
}

/** Up to where an export goes, and since when that is known. */
export interface ExportHead {
  seq: number;
  at: Date;
}

/**
 * Writes the sealed records, oldest first, up to the head of the moment.
 *
 * They are read page by page, each by a statement of its own, and the next only when the last was taken: a slow or vanished reader holds
 * neither a connection nor a transaction, and memory does not grow with the export.
 */
export class AuditExporter {
  constructor(
    private readonly deps: {
      chain: ChainReader;
      /** Null without a key: the trailer is not signed then. */
      signer: Ed25519Signer | null;
    },
  ) {}

  /** The newest sealed record of now. */
  async head(): Promise<ExportHead> {
    const { at, head } = await this.deps.chain.standing();
    return { seq: head?.seq ?? 0, at };
  }

  /** With hashes, in the format that `@changeguard/audit-chain` verifies. */
  async *jsonl(
    { fromSeq, filter: selection }: ExportRequest,
    head: ExportHead,
  ): AsyncGenerator<string> {
    const { signer } = this.deps;
    const prev = selection ? null : await this.hashBefore(fromSeq);
    yield headerLine({ changeguardAudit: 1, fromSeq, prev, selection });
    const hashes = createHash('sha256');
    let records = 0;
    let toSeq = fromSeq - 1;
    let hash = prev;
    for await (const page of this.pages('jsonl', fromSeq, head, selection)) {
      hashes.update(page.hashes);
      records += page.records;
      toSeq = page.lastSeq;
      hash = page.hashes.subarray(-hashBytes).toString('hex');
      yield page.text;
    }
    yield trailerLine(
      {
        fromSeq,
        toSeq,
        hash,
        records,
        lines: hashes.digest('hex'),
        selection,
        at: head.at.toISOString(),
      },
      signer,
    );
  }

  /** For spreadsheets; one that is resumed has no head. */
  async *csv(
    { fromSeq, filter }: ExportRequest,
    head: ExportHead,
  ): AsyncGenerator<string> {
    if (fromSeq === 1) yield csvHead;
    for await (const { text } of this.pages('csv', fromSeq, head, filter)) {
      yield text;
    }
  }

  private async *pages(
    format: ExportFormat,
    fromSeq: number,
    { seq: to }: ExportHead,
    filter: AuditFilter | null,
  ): AsyncGenerator<ExportedLines> {
    for (let from = fromSeq; from <= to; ) {
      const page = await this.deps.chain.lines({
        ...{ format, from, to, filter },
        ...atOnce,
      });
      if (!page) return;
      yield page;
      from = page.lastSeq + 1;
    }
  }

  private async hashBefore(fromSeq: number): Promise<string> {
    const hash =
      fromSeq === 1 ? GENESIS : await this.deps.chain.hashAt(fromSeq - 1);
    if (!hash) {
      throw new InputError(
        `There is no sealed record ${
          fromSeq - 1
        } that an export could go on from`,
      );
    }
    return hash.toString('hex');
  }
}
