import { MailContent, MailSection } from './mailContent';

/** The mail as plain text, for programs and people who prefer it; markdown stays as its author wrote it. */
export function renderText(content: MailContent): string {
  const { comment, facts, findings, links, moreFindings } = content;
  const blocks = [
    `${content.heading}\n${content.entityRef} · ${content.severity} · ${content.status}`,
    content.lead,
    comment && quoted(comment),
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    findings.length > 0 &&
      [
        'What was found',
        ...findings.map(
          ({ severity, pointer, message }) =>
            `- ${severity}: ${message}${pointer && ` (${pointer})`}`,
        ),
        moreFindings > 0 && `and ${moreFindings} more`,
      ]
        .filter(Boolean)
        .join('\n'),
    ...content.sections.map(
      part => `${part.heading}\n\n${part.markdown}${more(part)}`,
    ),
    `Open the change: ${links.change}`,
    [
      // Ends in a space: what mail programs fold away as a signature.
      '-- ',
      `You get this mail because ${content.reason}.`,
      `Choose what you hear about: ${links.preferences}`,
      `Stop all mail from ChangeGuard: ${links.unsubscribe}`,
    ].join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function quoted(comment: MailSection): string {
  return `${comment.markdown}${more(comment)}`.replace(/^/gm, '> ');
}

function more(part: MailSection): string {
  return part.cut ? '\n\n[…] the rest is in the portal' : '';
}
