import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/**
 * The folders of this repository that its commands work in.
 *
 * @public
 */
export const checkout = {
  /** The repository itself. */
  root,
  /** What the local portal keeps between starts: its data, its keys, its logs. Not committed. */
  local: join(root, '.local'),
  /** What was downloaded and can be downloaded again. Not committed. */
  cache: join(root, '.cache'),
  /** The backend package, and the folder that relative paths of the configuration start from. */
  backend: join(root, 'packages', 'backend'),
};
