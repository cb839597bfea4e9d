import { ChangeStatus } from '@changeguard/backstage-plugin-changeguard-common';

/** What people call going from one status to another. */
export type MoveName =
  | 'announce'
  | 'reopen'
  | 'release'
  | 'resolve'
  | 'withdraw';

/** The name of the move `from → to`; undefined when nothing leads there. */
export function moveName(
  from: ChangeStatus,
  to: ChangeStatus,
): MoveName | undefined {
  switch (to) {
    case 'announced':
      return from === 'resolved' ? 'reopen' : 'announce';
    case 'released':
      return 'release';
    case 'resolved':
      return 'resolve';
    case 'withdrawn':
      return 'withdraw';
    default:
      return undefined;
  }
}

/** Whether people will ask why: they were told the opposite before. */
export function needsReason(from: ChangeStatus, move: MoveName): boolean {
  return move === 'reopen' || (move === 'withdraw' && from !== 'draft');
}
