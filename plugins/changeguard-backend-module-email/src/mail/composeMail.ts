import type { SendMailOptions } from 'nodemailer';
import {
  ChannelDelivery,
  ChannelMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { headerText } from './headerText';
import { domainOf, Mailbox } from './Mailbox';
import { mailContent } from './mailContent';
import { deliveryMessageId, threadRootId } from './messageIds';
import { renderHtml } from './renderHtml';
import { renderText } from './renderText';

/** Everything one mail is made of. */
export interface MailInput {
  message: ChannelMessage;
  delivery: Pick<ChannelDelivery, 'id' | 'reason'>;
  from: Mailbox;
  replyTo: Mailbox | null;
  to: Mailbox;
  /** How the comment's author is called, when known. */
  authorName: string | null;
  portalUrl: string;
  unsubscribeUrl: string;
  /** W3C Trace Context of the sending, when there is one. */
  traceparent?: string;
}

/** One mail to one recipient. The same input makes the same ids, so a repeated attempt is recognisable as one. */
export function composeMail(input: MailInput): SendMailOptions {
  const { delivery, from, message, to } = input;
  const domain = domainOf(from);
  const root = threadRootId(message.changeId, domain);
  const content = mailContent(input);
  const trace = traceIdOf(input.traceparent);
  return {
    // Given apart from the headers, so that no header can add a recipient.
    envelope: { from: from.address, to: [to.address] },
    from,
    to: { name: headerText(to.name, 100), address: to.address },
    ...(input.replyTo && { replyTo: input.replyTo }),
    subject: content.subject,
    messageId: deliveryMessageId(delivery.id, domain),
    inReplyTo: root,
    references: [root],
    text: renderText(content),
    html: renderHtml(content),
    headers: {
      // RFC 8058: a mail program may stop the mails with one POST, without opening the page.
      'List-Unsubscribe': {
        prepared: true,
        value: `<${input.unsubscribeUrl}>`,
      },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `ChangeGuard <changeguard.${domain}>`,
      // RFC 3834, and what Exchange reads instead: no out-of-office notes back.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // Leads from a mail that somebody asks about to the request that caused it.
      ...(trace && { 'X-Changeguard-Trace': trace }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The trace's own part of `00-<trace>-<span>-<flags>`. */
function traceIdOf(traceparent = ''): string | undefined {
  return /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent)?.[1];
}
