import { rulePageUrl } from './rulePageUrl';

const about = { format: 'openapi', rule: 'response-property-removed' };

describe('rulePageUrl', () => {
  it.each([
    [
      'https://git.example.com/rules/{format}.md#{rule}',
      'https://git.example.com/rules/openapi.md#response-property-removed',
    ],
    [
      'http://docs.example.com/?rule={rule}',
      'http://docs.example.com/?rule=response-property-removed',
    ],
  ])('fills %s', (template, url) => {
    expect(rulePageUrl(template, about)).toBe(url);
  });

  it('lets a rule add nothing to the address but its name', () => {
    expect(
      rulePageUrl('https://docs.example.com/{rule}', {
        format: 'openapi',
        rule: '../?a=b#c/$&',
      }),
    ).toBe('https://docs.example.com/..%2F%3Fa%3Db%23c%2F%24%26');
  });

  it.each([
    'https://docs.example.com/rules',
    'ftp://docs.example.com/{rule}',
    'data:text/html,{rule}',
    '/docs/{rule}',
  ])('makes no link of %s', template => {
    expect(rulePageUrl(template, about)).toBeUndefined();
  });
});
