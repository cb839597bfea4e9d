import { findOnPath } from '../discovery/findOnPath.ts';
import { MissingServiceError } from '../discovery/MissingServiceError.ts';

/**
 * Makes sure of a Python 3, in which the audit trail is verified by a script of its own.
 *
 * @throws MissingServiceError when there is none
 */
export function demandPython(): void {
  if (findOnPath('python3')) return;
  throw new MissingServiceError(
    'Python 3',
    ['python3 on the PATH'],
    'install python3 (apt-get install python3)',
  );
}
