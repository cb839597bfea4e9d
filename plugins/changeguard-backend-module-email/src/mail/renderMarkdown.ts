import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml, html, SafeHtml } from './html';
import { fonts, light } from './palette';

// Raw HTML is shown as the text it is; images become links, so that opening a mail calls nobody.
const marked = new Marked({ gfm: true, breaks: true, async: false }).use({
  renderer: {
    html: token =>
      token.block
        ? `<p>${escapeHtml(token.text.trim())}</p>`
        : escapeHtml(token.text),
    image: token =>
      `<a href="${escapeHtml(token.href)}">${escapeHtml(
        token.text || token.href,
      )}</a>`,
    checkbox: token => (token.checked ? '☑ ' : '☐ '),
  },
});

const cell = `padding:4px 8px;border:1px solid ${light.line};text-align:left`;
const heading = 'margin:16px 0 6px;font-size:15px;line-height:1.4';
const styles: Record<string, string> = {
  a: `color:${light.link}`,
  blockquote: `margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid ${light.line}`,
  code: `font-family:${fonts.code};font-size:13px;background:${light.code}`,
  h3: heading,
  h4: heading,
  hr: `border:0;border-top:1px solid ${light.line};margin:16px 0`,
  li: 'margin:0 0 4px',
  ol: 'margin:0 0 12px;padding-left:24px',
  p: 'margin:0 0 12px',
  pre: `margin:0 0 12px;padding:10px;background:${light.code};white-space:pre-wrap;word-break:break-word`,
  table: 'border-collapse:collapse;margin:0 0 12px',
  td: cell,
  th: cell,
  ul: 'margin:0 0 12px;padding-left:24px',
};
const classes: Record<string, string> = {
  a: 'cg-link',
  blockquote: 'cg-line',
  code: 'cg-code',
  pre: 'cg-code',
  td: 'cg-line',
  th: 'cg-line',
};
const plain = ['br', 'del', 'em', 'strong', 'tbody', 'thead', 'tr'];
const headings: Record<string, string> = {
  h1: 'h3',
  h2: 'h3',
  h5: 'h4',
  h6: 'h4',
};

/**
 * Markdown that somebody wrote, as markup for a mail: a few elements with styles of ours, links to http, https and mailto
 * only. A relative link is one inside the portal.
 */
export function renderMarkdown(markdown: string, portalUrl: string): SafeHtml {
  try {
    return new SafeHtml(sanitise(marked.parse(markdown) as string, portalUrl));
  } catch {
    // Nesting can exhaust the parser's stack; the text itself is still worth reading.
    return html`<p style="${styles.p};white-space:pre-wrap">${markdown}</p>`;
  }
}

function sanitise(markup: string, portalUrl: string): string {
  return sanitizeHtml(markup, {
    allowedTags: [...Object.keys(styles), ...plain],
    allowedAttributes: { '*': ['style', 'class'], a: ['href', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: 30,
    // Every style is one of ours by then.
    parseStyleAttributes: false,
    transformTags: {
      '*': (written, { href }) => {
        const tagName = headings[written] ?? written;
        const target = tagName === 'a' && href ? absolute(href, portalUrl) : '';
        return {
          tagName,
          attribs: {
            ...(target && { href: target, rel: 'noopener noreferrer' }),
            ...(styles[tagName] && { style: styles[tagName] }),
            ...(classes[tagName] && { class: classes[tagName] }),
          },
        };
      },
    },
  });
}

function absolute(href: string, portalUrl: string): string {
  return URL.canParse(href, `${portalUrl}/`)
    ? new URL(href, `${portalUrl}/`).href
    : '';
}
