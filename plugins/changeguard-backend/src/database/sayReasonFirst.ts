import { Knex } from 'knex';

/** The name in the comment that a statement begins with. */
const nameOf = /^\s*\/\* (\S+) \*\//;

/**
 * Makes errors say first what PostgreSQL said, and after it in which statement: by its name, or else its text. Knex puts the whole text first.
 * Operators were shown a page of SQL where an event does not get on, and of a long one the reason was cut off.
 */
export function sayReasonFirst(knex: Knex): void {
  knex.client.on('query-error', (error: Error, { sql }: { sql: string }) => {
    const before = `${sql} - `;
    if (!error.message.startsWith(before)) return;
    const reason = error.message.slice(before.length);
    error.message = `${reason} (${nameOf.exec(sql)?.[1] ?? sql})`;
  });
}
