import { createHash } from 'crypto';
import { Knex } from 'knex';

/** Texts that are prepared; more run unprepared, because every connection keeps what it has prepared. */
const mostTexts = 200;

/**
 * What PostgreSQL says when it does not know a statement that its client prepared, knows it already, or prepared it before its tables
 * were changed: 26000, 42P05 and 0A000. The first two are what a pooler brings that lends out a connection per transaction.
 */
const notAsPrepared = new Set(['26000', '42P05', '0A000']);

/**
 * Reads that each connection prepares once, so that PostgreSQL keeps their plans: planning took four fifths of the time of reading the head of a
 * change, and half of that of reading a list.
 *
 * A plan is kept only where it is not dearer than one made for the values at hand. So texts must not hold what decides about the plan as a
 * value: neither a `limit ?`, nor an `any(?)` whose length PostgreSQL would have to guess.
 *
 * States: preparing → not preparing, for good, once a statement was not as prepared; that statement runs again.
 */
export class PreparedStatements {
  private readonly names = new Map<string, string>();
  private preparing = true;

  constructor(private readonly knex: Knex) {}

  /** Outside of transactions only: there, a statement that failed could not run again. */
  async rows<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    const name = this.nameOf(text);
    if (name) {
      try {
        const { rows } = await this.raw<T>(text, values).options({ name });
        return rows;
      } catch (error) {
        if (!notAsPrepared.has((error as { code?: string }).code ?? '')) {
          throw error;
        }
        this.preparing = false;
      }
    }
    return this.rowsPlannedAnew(text, values);
  }

  /** For values that decide about the plan, such as filters of which some let hardly anything through. */
  async rowsPlannedAnew<T>(
    text: string,
    values: readonly unknown[],
  ): Promise<T[]> {
    const { rows } = await this.raw<T>(text, values);
    return rows;
  }

  private raw<T>(text: string, values: readonly unknown[]) {
    return this.knex.raw<{ rows: T[] }>(text, values as Knex.RawBinding[]);
  }

  /** The same for the same text, as node-postgres demands. */
  private nameOf(text: string): string | undefined {
    if (!this.preparing) return undefined;
    const known = this.names.get(text);
    if (known || this.names.size >= mostTexts) return known;
    const digest = createHash('sha256').update(text).digest('hex');
    const name = `changeguard_${digest.slice(0, 32)}`;
    this.names.set(text, name);
    return name;
  }
}
