import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

/** One line of what the program finds. */
export interface Annotation {
  /** Within `revision/` (mistakes: or `base/`); none for what is not there any more. */
  path?: string;
  start_line?: number;
  end_line?: number;
  end_column?: number;
  /** The rule, or `COMPILE`. */
  type: string;
  message: string;
}

/** What came of running it. */
export type BufResult =
  | { outcome: 'ran'; annotations: Annotation[] }
  | { outcome: 'timed-out' | 'too-large' | 'not-started' }
  | { outcome: 'failed'; message: string };

/** Bounds of the program; small definitions take a tenth of a second. */
export interface BufLimits {
  milliseconds: number;
  outputBytes: number;
}

const FOUND = 100;

/**
 * Compares two sets of files with `buf breaking`, in a folder of its own that is gone afterwards: no shell, none of our
 * environment, nothing to fetch, and an end to time and output.
 */
export async function runBuf(
  program: string,
  input: {
    base: ReadonlyMap<string, string>;
    revision: ReadonlyMap<string, string>;
    /** As `buf.yaml` has it; that of the revision says which rules are asked. */
    settings: { base: object; revision: object };
  },
  limits: BufLimits,
): Promise<BufResult> {
  // Paths are told as they really are; some systems link their folder for such things.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'changeguard-'));
  try {
    await writeFiles(join(folder, 'base'), input.base);
    await writeFiles(join(folder, 'revision'), input.revision);
    return await start(program, folder, input.settings, limits);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { mode: 0o600 });
  }
}

function start(
  program: string,
  folder: string,
  settings: { base: object; revision: object },
  limits: BufLimits,
): Promise<BufResult> {
  // Relative paths would be taken for parts of a module that starts where the program does.
  const revision = join(folder, 'revision');
  const args = ['breaking', revision, '--against', join(folder, 'base')];
  args.push('--error-format', 'json', '--disable-symlinks');
  args.push('--config', JSON.stringify(settings.revision));
  args.push('--against-config', JSON.stringify(settings.base));
  return new Promise(resolve => {
    execFile(
      program,
      args,
      {
        cwd: folder,
        timeout: limits.milliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: limits.outputBytes,
        windowsHide: true,
        env: {
          HOME: folder,
          BUF_CACHE_DIR: join(folder, 'cache'),
          GOMEMLIMIT: '512MiB',
          GOMAXPROCS: '2',
        },
      },
      (error, stdout, stderr) =>
        resolve(resultOf(folder, error, stdout, stderr)),
    );
  });
}

function resultOf(
  folder: string,
  error: (Error & { code?: unknown; killed?: boolean }) | null,
  stdout: string,
  stderr: string,
): BufResult {
  if (error?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return { outcome: 'too-large' };
  if (error?.killed) return { outcome: 'timed-out' };
  if (typeof error?.code === 'string') return { outcome: 'not-started' };
  if (error && error.code !== FOUND) {
    return { outcome: 'failed', message: stderr.trim().slice(0, 300) };
  }
  const annotations = stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Annotation)
    .map(one => ({
      ...one,
      path: one.path && relative(folder, one.path).split(sep).join('/'),
    }));
  return { outcome: 'ran', annotations };
}
