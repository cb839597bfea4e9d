import { failureInWords } from '../failureInWords';
import { CheckFailure } from './CheckReport';

/** What came of reading something that was named. */
export type Reading<T> =
  | { outcome: 'read'; value: T }
  | { outcome: 'failed'; failure: ReadingFailure };

/** Why there is nothing to compare. */
export type ReadingFailure = Pick<CheckFailure, 'reason' | 'message'>;

/** Reads; that there is nothing to be read is an answer, not an error. */
export async function attempt<T>(read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { outcome: 'read', value: await read() };
  } catch (error) {
    const message = failureInWords(error);
    return { outcome: 'failed', failure: { reason: 'unreadable', message } };
  }
}
