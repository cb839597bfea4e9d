import { html, SafeHtml } from './html';
import { mailPage } from './mailPage';
import { MailContent, MailSection } from './mailContent';
import { fonts, light, severityColours } from './palette';
import { renderMarkdown } from './renderMarkdown';

const small = `margin:24px 0 8px;font-size:13px;font-weight:600;color:${light.faint}`;
const badge = `display:inline-block;padding:2px 8px;border-radius:10px;color:${light.onColour};font-size:12px;line-height:16px`;

/** The mail as HTML. */
export function renderHtml(content: MailContent): string {
  const { comment, links } = content;
  const body = html`
    <p
      class="cg-faint"
      style="margin:0 0 8px;font-size:13px;color:${light.faint}"
    >
      ${severityBadge(content)} &nbsp;${content.entityRef} · ${content.status}
    </p>
    <h1 style="margin:0 0 12px;font-size:21px;line-height:1.35;font-weight:600">
      ${content.heading}
    </h1>
    <p style="margin:0 0 16px;white-space:pre-line">${content.lead}</p>
    ${comment && quote(comment, links)} ${facts(content)}
    ${button(links.change)} ${findings(content)}
    ${content.sections.map(part => section(part, links))}
  `;
  return mailPage({ content, body }).markup;
}

function severityBadge({ severity }: Pick<MailContent, 'severity'>): SafeHtml {
  return html`<span style="${badge};background:${severityColours[severity]}"
    >${severity}</span
  >`;
}

function quote(comment: MailSection, links: MailContent['links']): SafeHtml {
  return html`<div
    class="cg-line"
    style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid ${light.line}"
  >
    ${renderMarkdown(comment.markdown, links.portal)} ${rest(comment, links)}
  </div>`;
}

function facts(content: MailContent): SafeHtml | null {
  if (content.facts.length === 0) {
    return null;
  }
  return html`<table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    style="margin:0 0 16px"
  >
    ${content.facts.map(
      ({ label, value }) => html`<tr>
        <td
          class="cg-faint"
          style="padding:2px 16px 2px 0;vertical-align:top;color:${light.faint}"
        >
          ${label}
        </td>
        <td style="padding:2px 0;font-weight:600;word-break:break-word">
          ${value}
        </td>
      </tr>`,
    )}
  </table>`;
}

function button(url: string): SafeHtml {
  return html`<table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    style="margin:0 0 8px"
  >
    <tr>
      <td style="border-radius:4px;background:${light.button}">
        <a
          href="${url}"
          style="display:inline-block;padding:10px 18px;color:${light.onColour};font-weight:600;text-decoration:none"
          >Open the change</a
        >
      </td>
    </tr>
  </table>`;
}

function findings(content: MailContent): SafeHtml | null {
  if (content.findings.length === 0) {
    return null;
  }
  const cell = `padding:8px 12px 8px 0;border-top:1px solid ${light.line};vertical-align:top`;
  return html`<h2 class="cg-faint" style="${small}">What was found</h2>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      ${content.findings.map(
        finding => html`<tr>
          <td class="cg-line" style="${cell};white-space:nowrap">
            ${severityBadge(finding)}
          </td>
          <td
            class="cg-line"
            width="100%"
            style="${cell};word-break:break-word"
          >
            ${finding.message}${pointer(finding.pointer)}
          </td>
        </tr>`,
      )}
    </table>
    ${content.moreFindings > 0
      ? html`<p style="margin:4px 0 0">and ${content.moreFindings} more</p>`
      : null}`;
}

function pointer(value: string): SafeHtml | null {
  return value
    ? html`<br /><span
          class="cg-faint"
          style="font-family:${fonts.code};font-size:12px;color:${light.faint}"
          >${value}</span
        >`
    : null;
}

function section(part: MailSection, links: MailContent['links']): SafeHtml {
  return html`<h2 class="cg-faint" style="${small}">${part.heading}</h2>
    ${renderMarkdown(part.markdown, links.portal)} ${rest(part, links)}`;
}

function rest(part: MailSection, links: MailContent['links']): SafeHtml | null {
  return part.cut
    ? html`<p style="margin:0 0 12px">
        <a class="cg-link" href="${links.change}" style="color:${light.link}"
          >Read the rest in the portal</a
        >
      </p>`
    : null;
}
