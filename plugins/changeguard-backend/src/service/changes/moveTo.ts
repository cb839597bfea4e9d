import { ConflictError } from '@backstage/errors';
import {
  ChangeStatus,
  legalMoves,
} from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeRow } from '../../database/tables';

/** What moving a change does. */
export interface Move {
  event:
    | 'schema-change.announced'
    | 'schema-change.released'
    | 'schema-change.resolved'
    | 'schema-change.withdrawn'
    | 'schema-change.reopened';
  columns: Partial<SchemaChangeRow>;
}

function sentence(from: ChangeStatus, to: ChangeStatus): string {
  const moves = legalMoves(from);
  return moves.length
    ? `A change that is ${from} cannot become ${to}; it can become ${moves.join(
        ' or ',
      )}`
    : `A change that is ${from} cannot become ${to}; it stays ${from}`;
}

/**
 * The move of a change to another status.
 *
 * @throws ConflictError - naming the legal moves, when this is none.
 */
export function moveTo(from: ChangeStatus, to: ChangeStatus, now: Date): Move {
  if (!legalMoves(from).includes(to)) {
    throw new ConflictError(sentence(from, to));
  }
  switch (to) {
    case 'announced':
      return from === 'draft'
        ? {
            event: 'schema-change.announced',
            columns: { announced_at: now, audience_state: 'resolving' },
          }
        : {
            event: 'schema-change.reopened',
            columns: { resolved_at: null, released_at: null },
          };
    case 'released':
      return {
        event: 'schema-change.released',
        columns: { released_at: now },
      };
    case 'resolved':
      return {
        event: 'schema-change.resolved',
        columns: { resolved_at: now },
      };
    default:
      return {
        event: 'schema-change.withdrawn',
        columns: { withdrawn_at: now },
      };
  }
}
