import { execFile } from 'child_process';
import { basename, dirname } from 'path';
import { promisify } from 'util';
import { UsageError } from '../UsageError';
import { definitionText, readDefinition } from './readDefinition';

const run = promisify(execFile);
const GIT = 'git:';
const longestOutput = 64 * 1024 * 1024;
const patienceMs = 60_000;

/** The definition to compare with, and what it is called. */
export interface Base {
  text: string;
  name: string;
}

/**
 * What `--base` names: a file, or with `git:<revision>` the checked file as it is in that revision.
 *
 * @throws Error - with git's own words, when there is no such revision or file
 */
export async function readBase(base: string, file: string): Promise<Base> {
  if (!base.startsWith(GIT)) {
    return { text: await readDefinition(base), name: base };
  }
  const revision = base.slice(GIT.length);
  // Git takes what begins with a dash for an option, and a colon ends a revision.
  if (!/^[^-:\s][^:\s]*$/.test(revision)) {
    throw new UsageError(`'${base}' names no revision, such as git:main.`);
  }
  const name = `${revision}:./${basename(file)}`;
  try {
    const { stdout } = await run('git', ['show', name], {
      cwd: dirname(file),
      encoding: 'buffer',
      maxBuffer: longestOutput,
      timeout: patienceMs,
    });
    return {
      text: definitionText(name, stdout),
      name: `${file} in ${revision}`,
    };
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    const words = stderr?.toString().trim();
    throw words ? new Error(`git: ${words}`) : error;
  }
}
