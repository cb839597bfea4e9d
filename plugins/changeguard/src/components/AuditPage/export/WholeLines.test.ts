import { WholeLines } from './WholeLines';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Sends a text in chunks of so many bytes and answers what came through. */
function send(lines: WholeLines, text: string, size: number): string {
  const bytes = encoder.encode(text);
  let through = '';
  for (let at = 0; at < bytes.length; at += size) {
    through += decoder.decode(lines.take(bytes.subarray(at, at + size)));
  }
  return through;
}

const text =
  '{"changeguardAudit":1}\n{"seq":8,"record":"größer"}\n{"seq":9,"record":null}\n';

describe('WholeLines', () => {
  it.each([1, 7, 1_000])('lets everything through in chunks of %s', size => {
    const lines = new WholeLines();
    expect(send(lines, text, size)).toBe(text);
    expect(lines.lastSeq).toBe(9);
    expect(lines.lastLine).toBe('{"seq":9,"record":null}');
  });

  it('keeps back half a line, and forgets it when the stream begins anew', () => {
    const lines = new WholeLines();
    expect(send(lines, `${text}{"seq":10,"rec`, 5)).toBe(text);
    lines.drop();
    const again = '{"seq":10,"record":null}\n';
    expect(send(lines, again, 5)).toBe(again);
    expect(lines.lastSeq).toBe(10);
  });
});
