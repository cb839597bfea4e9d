import { Operation } from './Operation';
import { exportAuditQuerySchema } from './queries';

/** A route that answers a stream of text and is no operation of the table, whose answers are JSON. @public */
export interface StreamOperation extends Omit<Operation, 'response' | 'rate'> {
  /** What is answered, by content type; the first is the default. */
  content: Readonly<Record<string, string>>;
}

/** The export of the audit trail. @public */
export const auditExport: StreamOperation = {
  method: 'get',
  path: '/audit/export',
  summary:
    'Export the audit trail from one place on, oldest first; what broke off is resumed with `fromSeq`',
  tag: 'Audit',
  principals: ['user'],
  query: exportAuditQuerySchema,
  status: 200,
  content: {
    'application/x-ndjson':
      'With hashes: a header, a line per record, and a signed trailer. An export without its trailer is not whole.',
    'text/csv': 'For spreadsheets, without a proof',
  },
  failures: [403],
};
