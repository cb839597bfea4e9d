import { z } from 'zod';
import { severitySchema } from './finding';
import { changeStatusSchema } from './schemaChange';

/** Topics people choose channels for; few and stable, because the portal turns them into settings. @public */
export const notificationTopics = [
  'breaking-change',
  'discussion',
  'reminder',
  'digest',
] as const;

/** What a notification is about. @public */
export const notificationTypes = [
  'announced',
  'released',
  'resolved',
  'withdrawn',
  'reopened',
  'commented',
  'mentioned',
  'answered',
  'draft-detected',
  'reverted',
] as const;

/** An in-app message to one person, kept by ChangeGuard. @public */
export const notificationSchema = z.strictObject({
  id: z.uuid(),
  changeId: z.uuid(),
  /** Where the change stands now, not where it stood when the message was written. */
  changeStatus: changeStatusSchema,
  type: z.enum(notificationTypes),
  title: z.string(),
  body: z.string(),
  /** Path inside the portal. */
  link: z.string(),
  severity: severitySchema,
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});

/** One topic's channels: the id of a channel to whether it is on. @public */
export const topicPreferenceSchema = z.strictObject({
  inApp: z.boolean(),
  email: z.boolean(),
});

/** What `GET` and `PUT /preferences` exchange. @public */
export const preferencesSchema = z.strictObject({
  /** Whether ChangeGuard sends this person any mail at all. */
  email: z.boolean(),
  topics: z.strictObject({
    'breaking-change': topicPreferenceSchema,
    discussion: topicPreferenceSchema,
    reminder: topicPreferenceSchema,
    digest: topicPreferenceSchema,
  }),
});

/** Whether somebody follows or mutes an entity. @public */
export const subscriptionModes = ['follow', 'mute'] as const;

/** What `PUT /entities/:kind/:namespace/:name/subscription` takes. @public */
export const subscriptionInputSchema = z.strictObject({
  mode: z.enum(subscriptionModes),
});

/** What the subscription routes answer; `mode` is null when there is none. @public */
export const subscriptionSchema = z.strictObject({
  entityRef: z.string(),
  mode: z.enum(subscriptionModes).nullable(),
});

/** One of {@link notificationTopics}. @public */
export type NotificationTopic = (typeof notificationTopics)[number];
/** One of {@link notificationTypes}. @public */
export type NotificationType = (typeof notificationTypes)[number];
/** {@inheritDoc notificationSchema} @public */
export type Notification = z.infer<typeof notificationSchema>;
/** {@inheritDoc preferencesSchema} @public */
export type Preferences = z.infer<typeof preferencesSchema>;
/** One of {@link subscriptionModes}. @public */
export type SubscriptionMode = (typeof subscriptionModes)[number];
/** {@inheritDoc subscriptionSchema} @public */
export type Subscription = z.infer<typeof subscriptionSchema>;
