import { sampleMessage } from '../__testUtils__/sample';
import { bodyText, headerText } from './headerText';
import { mailSubject } from './mailSubject';
import { isMailAddress, parseMailbox } from './Mailbox';
import { deliveryMessageId, threadRootId } from './messageIds';

describe('mailSubject', () => {
  it.each([
    ['announced', '[orders-api] Announced: Remove legacyId (effective 12 Dec)'],
    [
      'reopened',
      '[orders-api] Announced again: Remove legacyId (effective 12 Dec)',
    ],
    ['released', '[orders-api] Released: Remove legacyId'],
    ['resolved', '[orders-api] Resolved: Remove legacyId'],
    ['withdrawn', '[orders-api] Withdrawn: Remove legacyId'],
    ['commented', '[orders-api] New comment: Remove legacyId'],
    ['mentioned', '[orders-api] You were mentioned: Remove legacyId'],
    ['answered', '[orders-api] New answer: Remove legacyId'],
    [
      'draft-detected',
      '[orders-api] Draft to review: Remove legacyId (effective 12 Dec)',
    ],
  ] as const)('of %s', (type, subject) => {
    expect(mailSubject(sampleMessage({ type }))).toBe(subject);
  });

  it('names the year when it is another, and no date when there is none', () => {
    const dated = (effectiveAt: string | null) =>
      mailSubject(sampleMessage({ change: { effectiveAt } }));
    expect(dated('2027-01-05T23:30:00.000Z')).toMatch(
      /\(effective 5 Jan 2027\)$/,
    );
    expect(dated(null)).toBe('[orders-api] Announced: Remove legacyId');
  });

  it('is one line of bounded length', () => {
    const title = `a\r\nBcc: x\u2028${'long '.repeat(100)}`;
    const subject = mailSubject(sampleMessage({ change: { title } }));
    expect(subject).toMatch(
      /^\[orders-api\] Announced: a Bcc: x long [^\r\n]*…/,
    );
    expect(subject.length).toBeLessThan(260);
  });
});

describe('headerText', () => {
  it('drops control characters and marks that reorder text', () => {
    expect(headerText(' a\u0000b\t c\u202etxt.exe ')).toBe('a b ctxt.exe');
  });

  it('cuts between characters, not inside one', () => {
    expect(headerText('😀😀😀😀', 3)).toBe('😀😀…');
  });
});

describe('bodyText', () => {
  it('keeps lines and tabs only', () => {
    expect(bodyText('a\r\nb\rc\td\u0007\u001b[31m')).toBe('a\nb\nc\td[31m');
  });
});

describe('isMailAddress', () => {
  it.each([
    'bob@example.com',
    'b.o+b@x.co',
    'büro@exämple.de',
    'root@localhost',
  ])('takes %s', address => expect(isMailAddress(address)).toBe(true));

  it.each([
    '',
    'bob',
    '@example.com',
    'bob@',
    'bob@example.com\r\nBcc: eve@example.com',
    'bob@example.com\n',
    'bob@example.com, eve@example.com',
    'a@b@c',
    'bob <bob@example.com>',
    '"a b"@example.com',
    'bob@exa mple.com',
    'bob@-example.com',
    'bob@example..com',
    '.bob@example.com',
    `${'b'.repeat(65)}@example.com`,
    `b@${'e'.repeat(260)}`,
    'bob@example.com\u0000',
  ])('refuses %j', address => expect(isMailAddress(address)).toBe(false));
});

describe('parseMailbox', () => {
  it('reads an address with and without a name', () => {
    const address = 'guard@example.com';
    expect(parseMailbox(` ${address} `)).toEqual({ name: '', address });
    expect(parseMailbox(`"Change, Guard" <${address}>`)).toEqual({
      name: 'Change, Guard',
      address,
    });
    expect(parseMailbox(`a@b.c <${address}> x`)).toBeNull();
  });
});

describe('message ids', () => {
  it('are the same for the same delivery and differ between kinds', () => {
    const id = '019ab000-0000-7000-8000-0000000000d1';
    expect(deliveryMessageId(id, 'example.com')).toBe(
      `<changeguard.delivery.${id}@example.com>`,
    );
    expect(threadRootId(id, 'example.com')).toBe(
      `<changeguard.change.${id}@example.com>`,
    );
  });

  it('hold nothing that could end them early', () => {
    const id = deliveryMessageId('a>\r\nX: y@z', 'example.com');
    expect(id).toMatch(/^<changeguard\.delivery\.[0-9a-f]{64}@example\.com>$/);
  });
});
