import { fieldChanges } from './fieldChanges';

describe('fieldChanges', () => {
  it('does not repeat a whole change that was just announced', () => {
    expect(
      fieldChanges({
        action: 'schema-change.announced',
        before: null,
        after: { title: 'Everything', severity: 'breaking' },
      }),
    ).toEqual([]);
  });

  it('leaves out what the sentence says already', () => {
    expect(
      fieldChanges({
        action: 'consumer.answered',
        before: { state: 'notified', onVersion: null },
        after: {
          consumer: 'component:default/x',
          state: 'blocked',
          onVersion: 3,
        },
      }),
    ).toEqual([
      { field: 'state', before: 'notified', after: 'blocked', isLong: false },
    ]);
  });

  it('names long texts rather than quoting them, and counts lists', () => {
    expect(
      fieldChanges({
        action: 'schema-change.updated',
        before: { description: 'a'.repeat(200), findings: [{}, {}] },
        after: { description: null, findings: [{}] },
      }),
    ).toEqual([
      {
        field: 'description',
        before: 'a'.repeat(200),
        after: undefined,
        isLong: true,
      },
      { field: 'findings', before: '2', after: '1', isLong: false },
    ]);
  });
});
