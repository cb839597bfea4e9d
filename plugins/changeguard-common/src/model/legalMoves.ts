import { ChangeStatus } from './schemaChange';

const moves: Record<ChangeStatus, readonly ChangeStatus[]> = {
  draft: ['announced', 'withdrawn'],
  announced: ['released', 'resolved', 'withdrawn'],
  released: ['resolved'],
  resolved: ['announced'],
  withdrawn: [],
};

/**
 * The statuses a change may move to from where it stands. Moving `resolved → announced` re-opens it.
 *
 * @public
 */
export function legalMoves(from: ChangeStatus): readonly ChangeStatus[] {
  return moves[from];
}
