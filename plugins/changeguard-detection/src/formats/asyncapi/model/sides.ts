import { Action } from './Definition';

/** What rule ids call messages of an action. */
export const WAYS = { send: 'sent', receive: 'received' } as const;

/** Who minds: who reads what the application sends, who writes what it receives. */
export const SIDES = { send: 'reader', receive: 'writer' } as const;

/** The answer to a message goes the other way. */
export function opposite(action: Action): Action {
  return action === 'send' ? 'receive' : 'send';
}
