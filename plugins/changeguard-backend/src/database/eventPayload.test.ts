import { MAX_EVENT_BYTES, payloadAround } from './eventPayload';

describe('payloadAround', () => {
  const payload = (after: Record<string, unknown>) => {
    const { payloadStart, payloadEnd } = payloadAround({
      data: { before: null, after },
    });
    return `${payloadStart}7${payloadEnd}`;
  };

  it('leaves room for the sequence', () => {
    expect(JSON.parse(payload({ title: 'Short' }))).toEqual({
      data: { before: null, after: { title: 'Short' } },
      sequence: 7,
    });
  });

  it('keeps the beginning of what is too long', () => {
    const text = payload({
      description: 'x'.repeat(MAX_EVENT_BYTES),
      findings: [1, 2, 3],
    });
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_EVENT_BYTES);
    expect(JSON.parse(text).data.after).toEqual({
      description: `${'x'.repeat(1_000)}…`,
      findings: { count: 3 },
    });
  });

  it('does not cut a character in two, which jsonb would refuse', () => {
    const { after } = JSON.parse(
      payload({
        description: `${'x'.repeat(999)}😀${'y'.repeat(MAX_EVENT_BYTES)}`,
      }),
    ).data;
    expect(after.description).toBe(`${'x'.repeat(999)}…`);
  });
});
