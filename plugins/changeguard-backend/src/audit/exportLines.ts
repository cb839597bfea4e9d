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

/** The first line for spreadsheets. */
export const csvHead = `${['seq', ...sealed, 'hash'].join(',')}\r\n`;

const hex = (column: string) => `encode(${column}, 'hex')`;

/** Begins like a formula. */
const formula = '^[-=+@\\t\\r\\uFF0D\\uFF1D\\uFF0B\\uFF20]';

/** A cell of RFC 4180. One that begins like a formula is made text: it was written by others than the one who opens the file. */
const cell = (value: string) =>
  `case when ${value} ~ '[",\\r\\n]|${formula}'
    then '"' || case when ${value} ~ '${formula}' then '''' else '' end || replace(${value}, '"', '""') || '"'
    else coalesce(${value}, '') end`;

/**
 * How a place in the chain is written, as SQL over its `seq, digest, prev, hash, salt, canonical`. PostgreSQL writes the lines, because a
 * million records that pass through objects of ours leave more garbage than an export may take memory.
 */
export const exportLines = {
  /** What `recordLine` of `@changeguard/audit-chain` writes. */
  jsonl: `'{"seq":' || seq || ',"prev":"' || ${hex(
    'prev',
  )} || '","digest":"' || ${hex('digest')}
    || '","hash":"' || ${hex(
      'hash',
    )} || '","salt":' || case when salt is null or canonical is null
      then 'null,"record":null' else '"' || ${hex(
        'salt',
      )} || '","record":' || canonical end || E'}\\n'`,
  /** One whose content is gone, or was made something that is no content, has only its place and its hash. */
  csv: `(select concat_ws(',', seq, ${sealed
    .map(name => cell(`content."${name}"`))
    .join(', ')}, ${hex('hash')}) || E'\\r\\n'
    from jsonb_to_record(case when salt is not null then changeguard_audit_members(canonical) end) as content(${sealed
      .map(name => `"${name}" text`)
      .join(', ')}))`,
} as const;

/** What {@link exportLines} knows. */
export type ExportFormat = keyof typeof exportLines;
