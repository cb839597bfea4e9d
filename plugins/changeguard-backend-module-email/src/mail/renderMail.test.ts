import PostalMime from 'postal-mime';
import { sampleMessage } from '../__testUtils__/sample';
import { mailContent, MailContentInput } from './mailContent';
import { renderHtml } from './renderHtml';
import { renderText } from './renderText';

const input = (
  overrides: Partial<MailContentInput> = {},
): MailContentInput => ({
  message: sampleMessage(),
  delivery: { reason: 'you own component:default/checkout-web' },
  authorName: null,
  portalUrl: 'https://portal.example.com',
  unsubscribeUrl: 'https://portal.example.com/stop?token=a&b=c',
  ...overrides,
});
const both = (given: MailContentInput) => {
  const content = mailContent(given);
  return { html: renderHtml(content), text: renderText(content) };
};

describe('a rendered mail', () => {
  it('escapes every text somebody else wrote', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'';
    const { html } = both(
      input({
        message: sampleMessage({
          entityRef: `api:default/${evil}`,
          type: 'announced',
          title: evil,
          body: evil,
          link: `/${evil}`,
          comment: { author: evil, body: evil },
          change: {
            title: evil,
            description: evil,
            status: evil,
            migrationGuide: evil,
            replacement: evil,
            findings: [{ severity: 'breaking', pointer: evil, message: evil }],
          },
        }),
        delivery: { reason: evil },
        authorName: evil,
        unsubscribeUrl: `https://portal.example.com/?${evil}`,
      }),
    );
    expect(html).not.toMatch(/<script|<img/i);
    // Each attribute value ends where we ended it.
    expect(html).not.toMatch(/="[^"]*"(?=[^\s/>])/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('says why it came and how to stop it', () => {
    const { html, text } = both(input());
    for (const part of [html, text]) {
      expect(part).toContain(
        'You get this mail because you own component:default/checkout-web.',
      );
      expect(part).toContain(
        'https://portal.example.com/changeguard/preferences',
      );
    }
    expect(html).toContain(
      'href="https://portal.example.com/stop?token=a&amp;b=c"',
    );
    expect(text).toContain('https://portal.example.com/stop?token=a&b=c');
  });

  it('keeps its links in the portal, whatever the path', () => {
    for (const link of ['@evil.example/', '//evil.example/', 'x']) {
      const { change } = mailContent(
        input({ message: sampleMessage({ link }) }),
      ).links;
      expect(new URL(change).host).toBe('portal.example.com');
    }
  });

  it('counts the findings it does not list', () => {
    const finding = {
      severity: 'dangerous',
      pointer: '',
      message: 'm',
    } as const;
    const { html, text } = both(
      input({
        message: sampleMessage({
          change: { findings: Array.from({ length: 13 }, () => finding) },
        }),
      }),
    );
    expect(text.match(/- dangerous: m\n/g)).toHaveLength(10);
    expect(text).toContain('and 3 more');
    expect(html).toContain('and 3 more');
  });

  it('cuts a long guide and points to the rest', () => {
    const migrationGuide = 'Step by step.\n\n'.repeat(400);
    const { html, text } = both(
      input({ message: sampleMessage({ change: { migrationGuide } }) }),
    );
    expect(html).toContain('Read the rest in the portal');
    expect(text).toContain('[…] the rest is in the portal');
    expect(text.length).toBeLessThan(4_000);
  });

  it('tells of a comment without repeating findings and guide', () => {
    const { html, text } = both(
      input({
        message: sampleMessage({
          type: 'commented',
          comment: { author: 'user:default/alice', body: 'Is **May** fine?' },
        }),
      }),
    );
    expect(html).toContain('<strong>May</strong>');
    expect(text).toContain('alice commented.\n\n> Is **May** fine?');
    for (const part of [html, text]) {
      expect(part).not.toContain('What was found');
      expect(part).not.toContain('Migration guide');
      expect(part).toContain('12 December 2026');
    }
  });

  it.each([
    ['announced', 'orders-api is about to change.'],
    ['resolved', 'This change to orders-api is resolved.\n\nAll done.'],
    ['answered', 'checkout-web is blocked by: Remove legacyId\n\nAll done.'],
  ] as const)('says first what %s means', (type, lead) => {
    const message = sampleMessage({
      type,
      title: 'checkout-web is blocked by: Remove legacyId',
      body: 'All done.',
    });
    expect(mailContent(input({ message })).lead).toBe(lead);
  });

  it('leaves out what there is nothing to say about', () => {
    const { html, text } = both(
      input({
        message: sampleMessage({
          change: {
            description: ' ',
            effectiveAt: null,
            sunsetAt: null,
            migrationGuide: null,
            replacement: null,
            findings: [],
          },
        }),
      }),
    );
    for (const part of [html, text]) {
      expect(part).not.toMatch(/Effective|Sunset|Use instead|What|Migration/);
    }
    expect(text).not.toMatch(/\n{3}/);
  });

  it('reads as one document to a mail parser', async () => {
    const { html } = both(input());
    const { html: parsed } = await PostalMime.parse(
      `Content-Type: text/html; charset=utf-8\r\n\r\n${html}`,
    );
    expect(parsed?.trim()).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>$/);
  });
});
