import { MessageHandler } from './EventTransport';
import { settleInTime } from './settleInTime';

const message = {
  id: 'id',
  orderingKey: 'key',
  data: '{}',
  attributes: {},
  attempt: 1,
};
const hang: MessageHandler = () => new Promise(() => {});

describe('settleInTime', () => {
  it('says what the handler says', async () => {
    const options = { deadlineMs: 1_000 };
    expect(await settleInTime(async () => 'ack', message, options)).toEqual({
      settlement: 'ack',
    });
    expect(await settleInTime(async () => 'retry', message, options)).toEqual({
      settlement: 'retry',
    });
  });

  it('takes a rejection for a retry', async () => {
    const error = new Error('broken');
    const handler = () => Promise.reject(error);
    expect(await settleInTime(handler, message, { deadlineMs: 1_000 })).toEqual(
      { settlement: 'retry', error },
    );
  });

  it('lets a handler that heeds its signal have the last word', async () => {
    const heeding: MessageHandler = (_, { signal }) =>
      new Promise(resolve =>
        signal.addEventListener('abort', () => resolve('ack')),
      );
    expect(await settleInTime(heeding, message, { deadlineMs: 10 })).toEqual({
      settlement: 'ack',
    });
  });

  it('answers for a handler that hangs', async () => {
    const options = { deadlineMs: 10, graceMs: 10 };
    expect(await settleInTime(hang, message, options)).toEqual({
      settlement: 'retry',
      error: expect.objectContaining({ name: 'TimeoutError' }),
    });
  });

  it('stops a handler when the subscription closes', async () => {
    const closing = new AbortController();
    const settled = settleInTime(hang, message, {
      deadlineMs: 60_000,
      graceMs: 10,
      signal: closing.signal,
    });
    closing.abort();
    expect((await settled).settlement).toBe('retry');
    const late = { deadlineMs: 60_000, graceMs: 10, signal: closing.signal };
    expect((await settleInTime(hang, message, late)).settlement).toBe('retry');
  });
});
