/** Where a command reads and writes, handed in so that tests can listen. */
export interface Terminal {
  stdin: AsyncIterable<Buffer>;
  /** Writes a line. */
  out: (line: string) => void;
  /** Writes a line about what went wrong. */
  err: (line: string) => void;
}

export const processTerminal: Terminal = {
  stdin: process.stdin,
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
};
