import { renderMarkdown } from './renderMarkdown';

const render = (markdown: string) =>
  renderMarkdown(markdown, 'https://portal.example.com/base').markup;

describe('renderMarkdown', () => {
  it('renders what people write', () => {
    const markup = render(
      '# Title\n\n**bold** and `code`\n\n- [x] done\n- one\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    );
    expect(markup).toMatch(/<h3 [^>]*>Title<\/h3>/);
    expect(markup).toContain('<strong>bold</strong>');
    expect(markup).toMatch(/<code [^>]*>code<\/code>/);
    expect(markup).toContain('☑ ');
    expect(markup).toMatch(/<td [^>]*>2<\/td>/);
  });

  it('shows raw HTML as the text it is', () => {
    const markup = render(
      '<script>alert(1)</script>\n\nhi <img src=x onerror=alert(1)> <b style="position:fixed">b</b>',
    );
    expect(markup).not.toMatch(/<(script|img|b)\b/);
    expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox)',
    '[x](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
  ])('keeps no address of another scheme: %s', markdown => {
    expect(render(markdown)).not.toMatch(/href="?(?!https?:|mailto:)/);
  });

  it('keeps http, https and mailto, and reads a path as one of the portal', () => {
    expect(render('[x](http://a.example/)')).toContain(
      'href="http://a.example/"',
    );
    expect(render('see https://a.example/b')).toContain(
      'href="https://a.example/b"',
    );
    expect(render('bob@example.com')).toContain(
      'href="mailto:bob@example.com"',
    );
    expect(render('[x](/docs)')).toContain(
      'href="https://portal.example.com/docs"',
    );
  });

  it('lets an attribute not be broken out of', () => {
    const markup = render(
      '[x](https://a.example/"onmouseover="alert(1) "t\'")',
    );
    expect(markup).not.toMatch(/<a [^>]*\sonmouseover=/);
    expect(markup).not.toMatch(/title=/);
  });

  it('loads no picture: it becomes a link', () => {
    const markup = render('![logo](https://track.example/p.gif)');
    expect(markup).not.toContain('<img');
    expect(markup).toMatch(/<a href="https:\/\/track\.example\/p\.gif"/);
  });

  it.each([
    ['>', 4_000],
    ['[', 4_000],
    ['*a_', 1_300],
    ['- '.padEnd(3), 1_300],
    ['<div>', 800],
    ['![](', 1_000],
  ])('survives %s many times', (piece, times) => {
    expect(render(piece.repeat(times))).not.toMatch(/<div|<img/);
  });
});
