import { Severity } from '@changeguard/backstage-plugin-changeguard-common';
import {
  ChannelDelivery,
  ChannelMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { calendarDay } from './calendarDay';
import { excerpt } from './excerpt';
import { bodyText, headerText } from './headerText';
import { leadSentence } from './leadSentence';
import { mailSubject } from './mailSubject';

/** A markdown text under a heading; `cut` says that the portal holds more of it. */
export interface MailSection {
  heading: string;
  markdown: string;
  cut: boolean;
}

/** What a mail says, before it is HTML or text. Plain strings are unescaped. */
export interface MailContent {
  subject: string;
  entityRef: string;
  severity: Severity;
  status: string;
  heading: string;
  lead: string;
  comment: MailSection | null;
  facts: { label: string; value: string }[];
  findings: { severity: Severity; pointer: string; message: string }[];
  moreFindings: number;
  sections: MailSection[];
  reason: string;
  links: {
    portal: string;
    change: string;
    preferences: string;
    unsubscribe: string;
  };
}

/** What the pieces of a mail are made of. */
export interface MailContentInput {
  message: ChannelMessage;
  delivery: Pick<ChannelDelivery, 'reason'>;
  /** How the comment's author is called. */
  authorName: string | null;
  /** Without a slash at its end. */
  portalUrl: string;
  unsubscribeUrl: string;
}

const MAX_FINDINGS = 10;
const MAX_DESCRIPTION = 2_000;
const MAX_GUIDE = 1_500;
const MAX_COMMENT = 4_000;

/** Chooses what a mail about this message tells: a comment needs no guide, and what is over needs no findings. */
export function mailContent(input: MailContentInput): MailContent {
  const { message, portalUrl } = input;
  const { change, comment, type } = message;
  const tellsAll = ['announced', 'reopened', 'released', 'draft-detected'];
  const whole = tellsAll.includes(type);
  const findings = whole ? change.findings : [];
  return {
    subject: mailSubject(message),
    entityRef: message.entityRef,
    severity: change.severity,
    status: change.status,
    heading: headerText(change.title, 300),
    lead: leadSentence(message, input.authorName),
    comment: comment && section('Comment', comment.body, MAX_COMMENT),
    facts: facts(change),
    findings: findings.slice(0, MAX_FINDINGS).map(finding => ({
      severity: finding.severity,
      pointer: headerText(finding.pointer, 300),
      message: headerText(finding.message, 500),
    })),
    moreFindings: Math.max(0, findings.length - MAX_FINDINGS),
    sections: whole
      ? [
          section('What changes', change.description, MAX_DESCRIPTION),
          section('Migration guide', change.migrationGuide, MAX_GUIDE),
        ].filter(part => part !== null)
      : [],
    reason: headerText(input.delivery.reason, 400).replace(/\.$/, ''),
    links: {
      portal: portalUrl,
      change: inPortal(portalUrl, message.link),
      preferences: inPortal(portalUrl, '/changeguard/preferences'),
      unsubscribe: input.unsubscribeUrl,
    },
  };
}

function facts(change: ChannelMessage['change']) {
  const rows = [
    ['Effective', change.effectiveAt && calendarDay(change.effectiveAt)],
    ['Sunset', change.sunsetAt && calendarDay(change.sunsetAt)],
    ['Use instead', change.replacement && headerText(change.replacement, 500)],
  ] as const;
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function section(
  heading: string,
  markdown: string | null,
  max: number,
): MailSection | null {
  const { text, cut } = excerpt(bodyText(markdown ?? ''), max);
  return text ? { heading, markdown: text, cut } : null;
}

/** The slash between the two keeps a path from becoming part of the host's name. */
function inPortal(portalUrl: string, path: string): string {
  return `${portalUrl}/${headerText(path, 2_000).replace(/^\/+/, '')}`;
}
