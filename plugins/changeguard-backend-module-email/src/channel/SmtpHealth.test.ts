import { SmtpHealth } from './SmtpHealth';

describe('SmtpHealth', () => {
  it('asks once in 15 seconds, whoever asks', async () => {
    let now = 0;
    const verify = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('The SMTP server mail:25 failed'))
      .mockResolvedValue();
    const health = new SmtpHealth({ verify }, () => now);
    const away = { state: 'away', message: 'The SMTP server mail:25 failed' };
    expect(await Promise.all([health.check(), health.check()])).toEqual([
      away,
      away,
    ]);
    now = 14_999;
    expect(await health.check()).toEqual(away);
    expect(verify).toHaveBeenCalledTimes(1);
    now = 15_000;
    expect(await health.check()).toEqual({ state: 'fine' });
    expect(verify).toHaveBeenCalledTimes(2);
  });
});
