import { main } from '../main';

/** Runs what was typed; answers what it ended with and what it wrote. */
export async function runCommand(args: string[], stdin = '') {
  const out: string[] = [];
  const err: string[] = [];
  async function* bytes() {
    yield Buffer.from(stdin);
  }
  const exitCode = await main(args, {
    stdin: bytes(),
    out: line => out.push(line),
    err: line => err.push(line),
    showsColour: false,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}
