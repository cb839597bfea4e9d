import { NotificationType } from '@changeguard/backstage-plugin-changeguard-common';
import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { entityName } from './entityName';
import { bodyText, headerText } from './headerText';

const sentences: Record<
  NotificationType,
  (facts: { entity: string; author: string; title: string }) => string
> = {
  announced: ({ entity }) => `${entity} is about to change.`,
  reopened: ({ entity }) => `This change to ${entity} is open again.`,
  released: ({ entity }) => `${entity} has changed.`,
  resolved: ({ entity }) => `This change to ${entity} is resolved.`,
  withdrawn: ({ entity }) =>
    `This change to ${entity} is withdrawn: it will not happen.`,
  commented: ({ author }) => `${author} commented.`,
  mentioned: ({ author }) => `${author} mentioned you in a comment.`,
  answered: ({ title }) => title,
  'draft-detected': ({ entity }) =>
    `A change to ${entity} was detected. Only its owners see it until they announce it.`,
  reverted: ({ entity }) =>
    `The definition of ${entity} no longer holds this change. It can be withdrawn.`,
};

// The message's body is for channels of one line: here it would repeat the dates and the description, or the comment.
const saidElsewhere: readonly NotificationType[] = [
  'announced',
  'reopened',
  'draft-detected',
  'commented',
  'mentioned',
];

/** What happened, and why, where somebody said so. */
export function leadSentence(
  message: ChannelMessage,
  authorName: string | null,
): string {
  const { comment, type } = message;
  const author = authorName ?? entityName(comment?.author ?? 'Somebody');
  const sentence = sentences[type]({
    entity: headerText(entityName(message.entityRef), 100),
    author: headerText(author, 100),
    title: headerText(message.title, 300),
  });
  const why = saidElsewhere.includes(type) ? '' : bodyText(message.body);
  return why ? `${sentence}\n\n${why}` : sentence;
}
