import { Cursors } from './Cursors';
import { SignedUnsubscribeLinks } from './SignedUnsubscribeLinks';
import { Signer } from './Signer';

const key = (id: string) => ({ id, secret: id.repeat(32) });

describe('Signer', () => {
  it('verifies what it signed, for the same purpose only', () => {
    const signer = new Signer([key('a')]);
    const token = signer.sign('cursor', { position: '7' });
    expect(signer.verify('cursor', token)).toEqual({ position: '7' });
    expect(signer.verify('unsubscribe', token)).toBeUndefined();
  });

  it('signs with the first key and verifies with all of them', () => {
    const old = new Signer([key('a')]).sign('x', 1);
    const rotated = new Signer([key('b'), key('a')]);
    expect(rotated.verify('x', old)).toBe(1);
    expect(
      new Signer([key('a')]).verify('x', rotated.sign('x', 1)),
    ).toBeUndefined();
  });

  it('refuses a changed token, a foreign key of the same id, and nonsense', () => {
    const signer = new Signer([key('a')]);
    const token = signer.sign('x', 'bob');
    const [id, , mac] = token.split('.');
    const forged = `${id}.${Buffer.from('"eve"').toString('base64url')}.${mac}`;
    const foreign = new Signer([{ id: 'a', secret: 'z'.repeat(32) }]).sign(
      'x',
      'bob',
    );
    for (const bad of [
      forged,
      foreign,
      '',
      '..',
      'a.b',
      `${token}.x`,
      `${token}x`,
    ]) {
      expect(signer.verify('x', bad)).toBeUndefined();
    }
  });
});

describe('Cursors', () => {
  const cursors = new Cursors(new Signer([key('a')]));
  const binding = {
    list: 'changes',
    caller: 'bob',
    filter: { a: ['1'], b: undefined },
  };

  it('are bound to list, caller and filter, whatever the order of its fields', () => {
    const cursor = cursors.encode(binding, { position: '7' });
    expect(
      cursors.decode({ ...binding, filter: { a: ['1'] } }, cursor),
    ).toEqual({
      position: '7',
    });
    for (const other of [
      { ...binding, list: 'comments' },
      { ...binding, caller: 'eve' },
      { ...binding, filter: { a: ['2'] } },
    ]) {
      expect(() => cursors.decode(other, cursor)).toThrow('is not a cursor');
    }
    expect(cursors.decode(binding, undefined)).toBeNull();
  });
});

describe('SignedUnsubscribeLinks', () => {
  it('name one recipient and nobody else', async () => {
    const links = new SignedUnsubscribeLinks(
      new Signer([key('a')]),
      async () => 'https://portal.example.com/api/changeguard',
    );
    const url = new URL(await links.forRecipient('user:default/bob'));
    expect(url.pathname).toBe('/api/changeguard/unsubscribe');
    const token = url.searchParams.get('token') ?? '';
    expect(links.recipientOf(token)).toBe('user:default/bob');
    expect(links.recipientOf(`${token}x`)).toBeUndefined();
  });
});
