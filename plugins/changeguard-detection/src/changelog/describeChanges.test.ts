import { Finding } from '../Finding';
import { describeChanges } from './describeChanges';

function finding(
  severity: Finding['severity'],
  message: string,
  operation?: string,
): Finding {
  return { severity, message, operation } as Finding;
}

const findings = [
  finding('non-breaking', 'The operation is new.', 'GET /refunds'),
  finding('breaking', 'The property b was removed.', 'GET /orders'),
  finding('breaking', 'The property a was removed.', 'GET /orders'),
  finding('breaking', 'The server main was removed.'),
  finding('dangerous', 'The parameter q was removed.', 'GET /orders'),
];

describe('describeChanges', () => {
  it('groups sentences by severity and operation, what concerns all first', () => {
    expect(describeChanges(findings)).toBe(`### Breaking

- The server main was removed.
- **GET /orders**
  - The property a was removed.
  - The property b was removed.

### May break

- **GET /orders**
  - The parameter q was removed.

### Also changed

- **GET /refunds**
  - The operation is new.`);
  });

  it('gives the same text whatever the order of findings', () => {
    expect(describeChanges([...findings].reverse())).toBe(
      describeChanges(findings),
    );
  });

  it('says one thing once', () => {
    expect(describeChanges([findings[3], findings[3]])).toBe(
      '### Breaking\n\n- The server main was removed.',
    );
  });

  it('counts what there is no room for', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      finding('breaking', `The property p${index} was removed.`, 'GET /a'),
    );
    expect(describeChanges(many, { limit: 10 }).split('\n').at(-1)).toBe(
      '- … and 2 more',
    );
  });

  it('shows what definitions say as it is', () => {
    const hostile = finding(
      'breaking',
      'The value [x](https://example.com)\n# <b> is gone.',
    );
    expect(describeChanges([hostile])).toBe(
      '### Breaking\n\n- The value \\[x\\](https://example.com) \\# \\<b\\> is gone.',
    );
  });

  it('is empty where nothing was found', () => {
    expect(describeChanges([])).toBe('');
  });
});
