import { html, SafeHtml } from './html';
import { MailContent } from './mailContent';
import { dark, fonts, light } from './palette';

const darkRules = new SafeHtml(`
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .cg-page { background: ${dark.page} !important; }
    .cg-card { background: ${dark.card} !important; border-color: ${dark.line} !important; color: ${dark.text} !important; }
    .cg-faint { color: ${dark.faint} !important; }
    .cg-line { border-color: ${dark.line} !important; }
    .cg-code { background: ${dark.code} !important; }
    .cg-link { color: ${dark.link} !important; }
  }
`);

const hidden =
  'display:none;max-height:0;overflow:hidden;opacity:0;color:transparent';

/** The frame of a mail: one column of at most 600 px on a quiet ground, with why it came and how to stop it below. */
export function mailPage(options: {
  content: MailContent;
  body: SafeHtml;
}): SafeHtml {
  const { content, body } = options;
  const { links } = content;
  const link = `color:${light.faint};text-decoration:underline`;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${content.subject}</title>
        <style>
          ${darkRules}
        </style>
      </head>
      <body class="cg-page" style="margin:0;padding:0;background:${light.page}">
        <div style="${hidden}">${content.lead}</div>
        <table
          role="presentation"
          class="cg-page"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background:${light.page}"
        >
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:600px"
              >
                <tr>
                  <td
                    class="cg-faint"
                    style="padding:0 4px 10px;font:600 13px ${fonts.text};color:${light.faint}"
                  >
                    ChangeGuard
                  </td>
                </tr>
                <tr>
                  <td
                    class="cg-card"
                    style="padding:24px;background:${light.card};border:1px solid ${light.line};border-radius:6px;font:15px/1.55 ${fonts.text};color:${light.text};word-break:break-word"
                  >
                    ${body}
                  </td>
                </tr>
                <tr>
                  <td
                    class="cg-faint"
                    style="padding:14px 4px 0;font:12px/1.6 ${fonts.text};color:${light.faint}"
                  >
                    You get this mail because ${content.reason}.<br />
                    <a
                      class="cg-faint"
                      href="${links.preferences}"
                      style="${link}"
                      >Choose what you hear about</a
                    >
                    &nbsp;·&nbsp;
                    <a
                      class="cg-faint"
                      href="${links.unsubscribe}"
                      style="${link}"
                      >Stop all mail from ChangeGuard</a
                    >
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `;
}
