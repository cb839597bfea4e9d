import { spawnSync } from 'child_process';
import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';

/** A folder in which tests run git, as nobody in particular. */
export class GitFolder {
  constructor(
    readonly path: string,
    private readonly env: NodeJS.ProcessEnv = {},
  ) {}

  /** Runs git; throws what it says when it fails. */
  git(...args: string[]): string {
    const { exitCode, told } = this.try(...args);
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${told}`);
    return told.trim();
  }

  /** Runs git, which may fail. */
  try(...args: string[]): { exitCode: number | null; told: string } {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: this.path,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Robin',
        GIT_AUTHOR_EMAIL: 'robin@example.com',
        GIT_COMMITTER_NAME: 'Robin',
        GIT_COMMITTER_EMAIL: 'robin@example.com',
        ...this.env,
      },
    });
    return { exitCode: status, told: stdout + stderr };
  }

  write(file: string, content: string): string {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Commits a file with a content. */
  commit(file: string, content: string): void {
    this.write(file, content);
    this.git('add', file);
    this.git('commit', '-qm', `Describe ${file}`);
  }
}
