import { sampleChangeDetail } from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { bodyOf, editedFields, emptyValues, valuesOf } from './formValues';
import { mergeNewer } from './mergeNewer';

const change = sampleChangeDetail({
  effectiveAt: '2026-12-12T15:30:00.000Z',
  description: 'Because',
});

describe('editedFields', () => {
  it('is empty for an untouched form, even where a day has lost its hour', () => {
    expect(editedFields(valuesOf(change), change)).toEqual({});
  });

  it('clears with null what was emptied', () => {
    expect(
      editedFields({ ...valuesOf(change), effectiveAt: '' }, change),
    ).toEqual({ effectiveAt: null });
  });
});

describe('bodyOf', () => {
  it('leaves out rows that nobody wrote into', () => {
    const row = {
      key: '1',
      rule: 'manual',
      severity: 'breaking' as const,
      side: '' as const,
      pointer: '',
      before: '',
      after: '',
      message: ' ',
    };
    const values = {
      ...emptyValues('api:default/orders-api'),
      findings: [row, { ...row, key: '2', message: 'Gone' }],
    };
    expect(bodyOf(values).findings.map(({ message }) => message)).toEqual([
      'Gone',
    ]);
  });
});

describe('mergeNewer', () => {
  it('does not call it a conflict when both wrote the same', () => {
    const newer = { ...change, title: 'Same' };
    const { values, meanwhile } = mergeNewer(
      { ...valuesOf(change), title: 'Same' },
      change,
      newer,
    );
    expect(values.title).toBe('Same');
    expect(meanwhile).toEqual([
      expect.objectContaining({ field: 'title', conflicting: false }),
    ]);
  });
});
