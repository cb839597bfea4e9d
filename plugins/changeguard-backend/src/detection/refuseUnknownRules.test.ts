import { refuseUnknownRules } from './refuseUnknownRules';

describe('refuseUnknownRules', () => {
  const warn = jest.fn();
  const format = { id: 'columns', file: '/columns.js', types: [] };
  const levels = { 'endpoint-ad': 'muted' } as const;

  beforeEach(() => warn.mockReset());

  it('lets rules pass that there are', () => {
    const known = { 'endpoint-added': 'muted' } as const;
    refuseUnknownRules(known, { formats: [], logger: { warn } });
    expect(warn).not.toHaveBeenCalled();
  });

  it('names the key, the rule and one that is close', () => {
    expect(() =>
      refuseUnknownRules(levels, { formats: [], logger: { warn } }),
    ).toThrow(
      /'changeguard\.detection\.levels'.*no rule 'endpoint-ad'.*'endpoint-added'/,
    );
  });

  it('only warns where a module may have rules of its own', () => {
    refuseUnknownRules(levels, { formats: [format], logger: { warn } });
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining("no rule 'endpoint-ad'"),
    );
  });
});
