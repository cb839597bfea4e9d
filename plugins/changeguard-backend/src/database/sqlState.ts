import { DatabaseError } from 'pg';

/** SQLSTATEs that ChangeGuard acts on; PostgreSQL's manual, appendix A. */
export const sqlStates = {
  idleInTransactionTimeout: '25P03',
  transactionTimeout: '25P04',
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  lockNotAvailable: '55P03',
  queryCanceled: '57014',
} as const;

/** What PostgreSQL said of a failed statement; undefined when the error is not PostgreSQL's. */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  if (error instanceof DatabaseError) return error;
  // The portal's own copy of `pg` may be another one, whose class is not ours.
  const like = error as Partial<DatabaseError> | null;
  return error instanceof Error &&
    typeof like?.code === 'string' &&
    typeof like.severity === 'string'
    ? (error as DatabaseError)
    : undefined;
}

/** The SQLSTATE of a failed statement. */
export function sqlStateOf(error: unknown): string | undefined {
  return databaseErrorOf(error)?.code;
}
