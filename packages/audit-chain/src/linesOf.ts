const newline = 0x0a;

/** Cuts a stream of bytes into its lines, without their newlines; what comes after the last newline is a line, too. @public */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (
      let end = chunk.indexOf(newline);
      end >= 0;
      end = chunk.indexOf(newline, start)
    ) {
      const piece = chunk.subarray(start, end);
      yield rest.length ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length) yield Buffer.concat(rest);
}
