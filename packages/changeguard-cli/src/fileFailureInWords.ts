const sentences: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: name => `There is no file ${name}.`,
  ENOTDIR: name => `There is no file ${name}.`,
  EACCES: name => `The file ${name} may not be read by who runs this.`,
};

/** Why a file that was named could not be read, for people; undefined of what went wrong otherwise. */
export function fileFailureInWords(error: unknown): string | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  // Reading a folder fails after it was opened, when its name is no longer known.
  if (code === 'EISDIR') return 'A folder was named in the place of a file.';
  return syscall === 'open' && code && path
    ? sentences[code]?.(`'${path}'`)
    : undefined;
}
