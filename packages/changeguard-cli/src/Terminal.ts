/** Where a command reads and writes, handed in so that tests can listen. */
export interface Terminal {
  stdin: AsyncIterable<Buffer>;
  /** Writes a line. */
  out: (line: string) => void;
  /** Writes a line about what went wrong. */
  err: (line: string) => void;
  /** Whether what `out` writes to shows colours. */
  showsColour: boolean;
}

export const processTerminal: Terminal = {
  stdin: process.stdin,
  out: line => process.stdout.write(`${line}\n`),
  err: line => process.stderr.write(`${line}\n`),
  // Knows of NO_COLOR and FORCE_COLOR.
  showsColour: process.stdout.isTTY === true && process.stdout.hasColors(),
};
