import { Seal, SealedContent } from './chain';
import { Ed25519Signer, Signature } from './Ed25519Signer';

/** Which records an export holds, when not all: the filters it was asked with. @public */
export type ExportSelection = Record<string, unknown>;

/** The first line of an export, and of every part that was fetched later. @public */
export interface ExportHeader {
  /** Version of the format. */
  changeguardAudit: 1;
  fromSeq: number;
  /** Hex; the hash that the first record follows. Null in a selection, whose records do not follow each other. */
  prev: string | null;
  /** Null when it holds every record from `fromSeq` on. */
  selection: ExportSelection | null;
}

/** What the last line of an export says. @public */
export interface ExportTrailerStatement {
  fromSeq: number;
  /** `fromSeq - 1` when there is no record. */
  toSeq: number;
  /** Hex; of the last record, or `prev` of the header when there is none. */
  hash: string | null;
  records: number;
  /** Hex; SHA-256 over the raw bytes of the `hash` of every record since the header, one after the other. */
  lines: string;
  selection: ExportSelection | null;
  /** When it was seen how far the trail goes, ISO 8601, UTC, milliseconds: what was checkpointed before that is in the export. */
  at: string;
}

/** The last line of an export; without a key it is not signed. @public */
export type ExportTrailer = ExportTrailerStatement &
  (Signature | { keyId: null; signature: null });

/** The text that is signed: lines, without a newline at the end. @public */
export function trailerText(trailer: ExportTrailerStatement): string {
  const { fromSeq, toSeq, hash, records, lines, selection, at } = trailer;
  return [
    'changeguard-audit-export/1',
    fromSeq,
    toSeq,
    hash ?? '-',
    records,
    lines,
    selection ? JSON.stringify(selection) : 'complete',
    at,
  ].join('\n');
}

/** The header as a line. @public */
export function headerLine(header: ExportHeader): string {
  return `${JSON.stringify(header)}\n`;
}

/**
 * A record as a line: its members in this order, without spaces, `record` last, so that the bytes that were sealed are those between
 * `,"record":` and the closing brace, whatever is in them.
 *
 * @public
 */
export function recordLine(seal: Seal, content: SealedContent | null): string {
  const hex = (bytes: Buffer) => `"${bytes.toString('hex')}"`;
  const { seq, prev, digest, hash } = seal;
  return `{"seq":${seq},"prev":${hex(prev)},"digest":${hex(
    digest,
  )},"hash":${hex(hash)},"salt":${
    content ? hex(content.salt) : 'null'
  },"record":${content ? content.bytes.toString() : 'null'}}\n`;
}

/** The trailer as a line. @public */
export function trailerLine(
  statement: ExportTrailerStatement,
  signer: Ed25519Signer | null,
): string {
  const signed = signer?.sign(trailerText(statement)) ?? {
    keyId: null,
    signature: null,
  };
  return `${JSON.stringify({ trailer: { ...statement, ...signed } })}\n`;
}

const shape =
  /^\{"seq":([1-9]\d{0,15}),"prev":"([0-9a-f]{64})","digest":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","salt":(?:null|"((?:[0-9a-f]{2})+)")$/;
const recordMember = Buffer.from(',"record":');
const closingBrace = 0x7d;
const gone = Buffer.from('null');

/** Reads a line of a record; null when it is none. @public */
export function parseRecordLine(
  line: Buffer,
): { seal: Seal; content: SealedContent | null } | null {
  const at = line.indexOf(recordMember);
  if (at < 0 || line[line.length - 1] !== closingBrace) return null;
  const match = shape.exec(line.toString('latin1', 0, at));
  if (!match) return null;
  const [, seq, prev, digest, hash, salt] = match;
  const bytes = line.subarray(at + recordMember.length, line.length - 1);
  const isGone = bytes.equals(gone);
  if (isGone !== (salt === undefined)) return null;
  const hex = (text: string) => Buffer.from(text, 'hex');
  return {
    seal: {
      seq: Number(seq),
      prev: hex(prev),
      digest: hex(digest),
      hash: hex(hash),
    },
    content: isGone ? null : { salt: hex(salt), bytes },
  };
}
