import { createReadStream } from 'fs';
import { readFile } from 'fs/promises';
import {
  exportFaults,
  ExportReport,
  ExportVerifier,
  KnownKeys,
  linesOf,
} from '@changeguard/audit-chain';
import { exitCodes } from '../exitCodes';
import { UsageError } from '../UsageError';
import { Command } from './Command';
import { jsonOption, parseCommand } from './parseCommand';
import { readCheckpoints } from './readCheckpoints';

const usage = `Usage: changeguard audit verify <export.jsonl> [options]

Checks an export of the audit trail without the portal: every hash, the last line, the signatures. Names the first bad line.
"-" reads the export from the standard input.

  --public-key FILE   Ed25519 public key (PEM) that the portal signs with; may be given several times, for keys that were replaced.
                      Without it signatures are not checked.
  --checkpoint FILE   checkpoints that were kept outside of the portal: JSON, one per line, or lines of the portal's log that hold some.
                      Proves that nothing before the newest of them was changed, by whomever.
  --json              writes the report as JSON

Ends with 0 when the export is intact, 1 when it is not, 2 when the command was not understood, 3 when a file could not be read.`;

/** `changeguard audit verify`. */
export const auditVerify: Command = {
  summary: 'check an export of the audit trail, without the portal',
  usage,
  async run(args, terminal) {
    const { file, values } = parseCommand(args, 'export', {
      'public-key': { type: 'string', multiple: true },
      checkpoint: { type: 'string', multiple: true },
      ...jsonOption,
    });
    const verifier = new ExportVerifier({
      keys: await readKeys(values['public-key'] ?? []),
      checkpoints: await readCheckpoints(values.checkpoint ?? []),
    });
    const bytes = file === '-' ? terminal.stdin : createReadStream(file);
    for await (const line of linesOf(bytes)) verifier.take(line);
    const report = verifier.end();
    if (values.json) terminal.out(JSON.stringify(report));
    else inWords(report).forEach(line => terminal.out(line));
    return report.firstBad ? exitCodes.bad : exitCodes.fine;
  },
};

async function readKeys(files: readonly string[]): Promise<KnownKeys> {
  const keys = await Promise.all(files.map(file => readFile(file, 'utf8')));
  try {
    return new KnownKeys(keys);
  } catch {
    throw new UsageError(
      '--public-key must name a file with an Ed25519 public key in PEM.',
    );
  }
}

const signatures: Record<ExportReport['signature'], string> = {
  genuine: 'Signature: genuine.',
  forged: 'Signature: forged.',
  unknown: 'Signature: not checked, since no --public-key was given.',
  unsigned: 'Signature: none; the portal has no key.',
};

function inWords(report: ExportReport): string[] {
  const { firstBad, complete, fromSeq, toSeq, records, gone } = report;
  if (firstBad) {
    const { line, seq, fault } = firstBad;
    const where = [
      line === null ? 'At the end' : `Line ${line}`,
      ...(seq === null ? [] : [`record ${seq}`]),
    ].join(', ');
    return [`BROKEN. ${where}: ${exportFaults[fault]}.`];
  }
  return [
    complete
      ? `Intact: every record from ${fromSeq} to ${toSeq} (${records}).`
      : `Intact: ${records} records of a selection; whether one is missing cannot be told from it.`,
    ...(gone
      ? [`Erased or purged, as later records say: the content of ${gone}.`]
      : []),
    ...(report.hash ? [`Hash of the last one: ${report.hash}`] : []),
    signatures[report.signature],
    ...report.checkpoints.map(seq => `Checkpoint at ${seq}: agrees.`),
    ...(report.laterCheckpoints.length
      ? [
          `Checkpoints made after this export, which say nothing about it: ${report.laterCheckpoints.length}.`,
        ]
      : []),
  ];
}
