import { Seal, SealedContent } from '@changeguard/audit-chain';
import { stringify } from 'csv-stringify/sync';

/** Columns that come from what was sealed, by its names. */
const sealed = [
  'at',
  'action',
  'outcome',
  'actor',
  'actorType',
  'onBehalfOf',
  'entityRef',
  'changeId',
  'eventId',
  'before',
  'after',
  'reason',
  'requestId',
  'origin',
  'address',
  'userAgent',
  'id',
] as const;

/** A cell that begins like a formula is made text: it was written by others than the one who opens the file. */
function rows(cells: readonly unknown[][]): string {
  return stringify([...cells], {
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** The first line. */
export function csvHead(): string {
  return rows([['seq', ...sealed, 'hash']]);
}

/** Records as lines; one whose content is gone has only its place and its hash. */
export function csvRows(
  page: readonly { seal: Seal; content: SealedContent | null }[],
): string {
  return rows(
    page.map(({ seal, content }) => {
      const record = content ? JSON.parse(content.bytes.toString()) : {};
      const cells = sealed.map(name => {
        const value = record[name] ?? '';
        return typeof value === 'object' ? JSON.stringify(value) : value;
      });
      return [seal.seq, ...cells, seal.hash.toString('hex')];
    }),
  );
}
