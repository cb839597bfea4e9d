const commented = /^\s*\/\*\s*(.*?)\s*\*\//;
const built =
  /^\s*(?:(select)\b.*?\bfrom|(insert) into|(update)|(delete) from)\s+"?(\w+)/is;

/** What a statement calls itself in its comment; without one, what it does to which table. */
export function statementName(sql: string): string {
  const comment = commented.exec(sql);
  if (comment) return comment[1];
  const words = built.exec(sql);
  if (words) return [words.slice(1, 5).find(Boolean), words[5]].join(' ');
  // Savepoints are numbered through the whole process.
  const [verb, ...rest] = sql.trim().replace(/;$/, '').split(/\s+/);
  return [verb, ...rest.slice(0, 1)].join(' ').replace(/ trx\d+$/, '');
}

/** What a poll's answer looks like. */
export interface PollResult {
  rows?: Record<string, unknown>[];
  rowCount?: number;
}

const anyRow = ({ rowCount }: PollResult) => Boolean(rowCount);

/** Statements that look for work, over and over, and whether an answer is some. */
const polls: Record<string, ((result: PollResult) => boolean) | undefined> = {
  // This one and the outbox's answer a row without a message when there is none.
  claimMessages: ({ rows }) => rows?.[0]?.position !== null,
  'CheckpointStore.due': anyRow,
  'DeliveryStore.claim': anyRow,
  'OutboxStore.claim': ({ rows }) => rows?.[0]?.id !== null,
  'OutboxStore.finish': anyRow,
  'OutboxStore.republish': anyRow,
  'SealStore.isAnyWaiting': ({ rows }) => rows?.[0]?.waiting === true,
};

/** For a statement that looks for work, how to tell whether it found some. */
export function pollOf(
  statement: string,
): ((result: PollResult) => boolean) | undefined {
  return polls[statement];
}
