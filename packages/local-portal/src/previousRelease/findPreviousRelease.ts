import { runQuietly } from '../discovery/runQuietly.ts';

/** Stands in for a release until there is one: the last commit before the schema grew for delivery and audit. */
const BEFORE_THE_FIRST_RELEASE = '5e8773f3763f72368c1dea8b1b188e696b04f667';

/**
 * The release before the commit that is checked out: the newest tag behind it or, before there is one, a commit.
 *
 * @throws Error that says what to do when the clone does not hold it
 */
export async function findPreviousRelease(root: string): Promise<string> {
  const git = (...args: string[]) => runQuietly('git', args, { cwd: root });
  const tag = await git('describe', '--tags', '--abbrev=0', 'HEAD^');
  const release = tag.code === 0 ? tag.stdout.trim() : BEFORE_THE_FIRST_RELEASE;
  const known = await git('rev-parse', '--verify', `${release}^{commit}`);
  if (known.code !== 0) {
    throw new Error(
      `The previous release (${release}) is not in this clone, so its code cannot be tried on today's schema: run "git fetch --unshallow --tags".`,
    );
  }
  return release;
}
