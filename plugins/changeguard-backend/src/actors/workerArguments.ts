/**
 * What Node needs to run a file of ours in a thread. From source, as in tests, that is what makes JavaScript of it; started by `yarn start`,
 * a thread inherits that.
 */
export function workerArguments(file: string): string[] {
  const own = process.execArgv;
  return file.endsWith('.ts') &&
    !own.some(argument => argument.includes('nodeTransform'))
    ? [
        ...own,
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ]
    : own;
}
