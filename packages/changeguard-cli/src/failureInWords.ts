const sentences: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: name => `There is no file ${name}.`,
  ENOTDIR: name => `There is no file ${name}.`,
  EACCES: name => `The file ${name} may not be read by who runs this.`,
};

/** What went wrong, for people: of a file that was named and could not be read, why. */
export function failureInWords(error: unknown): string {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  // Reading a folder fails after it was opened, when its name is no longer known.
  if (code === 'EISDIR') return 'A folder was named in the place of a file.';
  const said = error instanceof Error ? error.message : String(error);
  const isOfFile = syscall === 'open' && code && path;
  return (isOfFile && sentences[code]?.(`'${path}'`)) || said;
}
