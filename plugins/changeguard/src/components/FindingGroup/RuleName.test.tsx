import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { RuleName } from './RuleName';

const rule = 'response-property-removed';

function show(format: string, ruleDocsUrl?: string) {
  renderInTestApp(<RuleName format={format} rule={rule} />, {
    config: {
      app: { baseUrl: 'http://localhost' },
      changeguard: { detection: { ruleDocsUrl } },
    },
  });
}

describe('RuleName', () => {
  it('leads to the page of the rule, in a window of its own', async () => {
    show('openapi', 'https://docs.example.com/rules/{format}.md#{rule}');
    const link = await screen.findByRole('link', { name: new RegExp(rule) });
    expect(link).toHaveAttribute(
      'href',
      `https://docs.example.com/rules/openapi.md#${rule}`,
    );
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it.each([
    ['that the portal has no pages for', 'openapi', undefined],
    ['of a format that a module added', 'thrift', 'https://x.example/{rule}'],
    ['of no format', 'other', 'https://x.example/{rule}'],
    [
      'where the address is no page of the web',
      'openapi',
      'data:text/html,{rule}',
    ],
  ])('only names a rule %s', async (_, format, template) => {
    show(format, template);
    expect(await screen.findByText(rule)).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
