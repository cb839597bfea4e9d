import { parseArgs } from 'node:util';
import { findRunningPortal } from '../portal/RunningPortal.ts';
import { userToken } from '../portal/userToken.ts';

/** `npm run token -- alice`: prints a token of the portal that runs, and nothing else. */
export async function token(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [person] = positionals;
  if (!person) {
    throw new Error('Say who: npm run token -- alice');
  }
  const portal = findRunningPortal();
  if (!portal) {
    throw new Error(
      'The local portal is not running: start it with "npm start" first.',
    );
  }
  process.stdout.write(`${await userToken(person, portal.url)}\n`);
  return 0;
}
