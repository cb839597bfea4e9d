import { defaultBudget } from '../../../Comparison';
import { judge } from '../../../judge';
import { openApi } from '..';
import { openApiRuleById } from '../rules';

const bearer = { type: 'http', scheme: 'bearer' };

function define(scheme: object, security: object[]): string {
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Invoices', version: '1' },
    paths: { '/invoices': { get: { security, responses: { 204: {} } } } },
    components: { securitySchemes: { Key: scheme, Token: bearer } },
  });
}

function tightened(before: object, after: object, ways: object[]) {
  const comparison = openApi.compare(
    define(before, ways),
    define(after, ways),
    { budget: defaultBudget, now: new Date('2026-01-15') },
  );
  if (comparison instanceof Promise || comparison.outcome !== 'compared') {
    throw new Error('could not be compared');
  }
  return comparison.findings.filter(
    ({ rule }) => rule === 'api-security-tightened',
  );
}

/** The ways to sign in that are not enough any more. */
function lost(before: object, after: object, ways: object[]): unknown[] {
  return tightened(before, after, ways).map(({ details }) => details.name);
}

const key = (where: string, name: string) => ({
  type: 'apiKey',
  in: where,
  name,
});
const basic = { type: 'http', scheme: 'basic' };

describe('signing in with what is sent otherwise', () => {
  it.each([
    ['a key in another header', key('header', 'Key'), key('header', 'X-Key')],
    ['a key in the query', key('header', 'Key'), key('query', 'Key')],
    ['another scheme of HTTP', basic, bearer],
  ])('is not enough: %s', (_, before, after) => {
    expect(lost(before, after, [{ Key: [] }])).toEqual(['Key']);
    expect(lost(before, after, [{ Key: [] }, { Token: [] }])).toEqual(['Key']);
  });

  it.each([
    ['header', key('header', 'X-Key'), key('header', 'X-Other')],
    ['place', key('query', 'Key'), key('cookie', 'Key')],
  ])('is another fact where the key goes to another %s', (_, one, other) => {
    const context = {
      rules: openApiRuleById,
      engine: 'openapi',
      engineVersion: '1',
    };
    const [moved, again, elsewhere] = [one, one, other].map(after => {
      const facts = tightened(key('header', 'Key'), after, [{ Key: [] }]);
      return judge(facts, context).map(({ fingerprint }) => fingerprint);
    });
    expect(moved).toHaveLength(1);
    expect(again).toEqual(moved);
    expect(elsewhere).not.toEqual(moved);
  });

  it('minds neither capitals nor what no operation asks for', () => {
    const old = key('header', 'X-Key');
    expect(lost(old, key('header', 'x-key'), [{ Key: [] }])).toEqual([]);
    expect(lost(basic, { ...basic, scheme: 'Basic' }, [{ Key: [] }])).toEqual(
      [],
    );
    expect(lost(old, key('query', 'k'), [{ Token: [] }])).toEqual([]);
    // Who needs no key needs none elsewhere.
    expect(lost(old, key('query', 'k'), [{ Key: [] }, {}])).toEqual([]);
  });
});
