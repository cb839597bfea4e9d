import { fetchPatiently } from './fetchPatiently';

describe('fetchPatiently', () => {
  const waits: number[] = [];
  const wait = async (ms: number) => waits.push(ms);
  /** Answers or fails in turn. */
  const inTurn = (...answers: (number | Error | Response)[]) => {
    let turn = 0;
    return async () => {
      const answer = answers[turn++];
      if (answer instanceof Error) throw answer;
      return answer instanceof Response
        ? answer
        : new Response(null, { status: answer });
    };
  };

  beforeEach(() => {
    waits.length = 0;
  });

  it('waits as long as it is told to', async () => {
    const busy = new Response(null, {
      status: 429,
      headers: { 'Retry-After': '7' },
    });
    const answer = await fetchPatiently(inTurn(busy, 200), wait);
    expect(answer.status).toBe(200);
    expect(waits).toEqual([7_000]);
  });

  it('tries a connection again, longer and longer, and answers the last failure', async () => {
    const refused = new Error('refused');
    await expect(
      fetchPatiently(inTurn(refused, refused, refused, refused), wait),
    ).rejects.toThrow('refused');
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  it('takes a refusal for an answer', async () => {
    const answer = await fetchPatiently(inTurn(403, 200), wait);
    expect(answer.status).toBe(403);
  });

  it('does not try again what took too long', async () => {
    const late = Object.assign(new Error('late'), { name: 'TimeoutError' });
    await expect(fetchPatiently(inTurn(late), wait)).rejects.toBe(late);
    expect(waits).toEqual([]);
  });
});
