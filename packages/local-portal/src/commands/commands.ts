/** One of this repository's commands: takes what was typed after its name, answers its exit code. */
export type Command = (args: string[]) => Promise<number>;

/** Each is loaded when it is asked for: `npm run token` need not load a mail server. */
export const commands: Record<string, Command | undefined> = {
  start: async args => (await import('./start.ts')).start(args),
  dev: async args => (await import('./dev.ts')).dev(args),
  test: async args => (await import('./test.ts')).test(args),
  token: async args => (await import('./token.ts')).token(args),
  conformance: async args =>
    (await import('./conformance.ts')).conformance(args),
  speed: async args => (await import('./speed.ts')).speed(args),
  'real-pairs': async args => (await import('./realPairs.ts')).realPairs(args),
  chaos: async args => (await import('./chaos.ts')).chaos(args),
  'chaos:processes': async args =>
    (await import('./chaosProcesses.ts')).chaosProcesses(args),
  bench: async args => (await import('./bench.ts')).bench(args),
};
