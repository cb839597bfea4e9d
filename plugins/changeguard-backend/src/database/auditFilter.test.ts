import { auditFilter } from './auditFilter';

describe('auditFilter', () => {
  it('lets everything through without a filter', () => {
    expect(auditFilter({}).values).toEqual([]);
  });

  it('asks for single records, to which a failed check leads', () => {
    const id = ['019400d1-0000-7000-8000-000000000001'];
    const { text, values } = auditFilter({ id, outcome: ['denied'] });
    expect(text).toContain('r.id = any(?::uuid[])');
    expect(values).toEqual([id, ['denied']]);
  });
});
