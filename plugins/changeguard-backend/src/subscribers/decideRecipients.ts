import {
  defaultPreferences,
  NotificationTopic,
  NotificationType,
  Preferences,
} from '@changeguard/backstage-plugin-changeguard-common';

/** A reason to tell somebody, in words that end a sentence: `you follow api:default/orders`. */
export interface Candidate {
  userRef: string;
  type: NotificationType;
  reason: string;
}

/** Somebody who is told, once, by the channels they chose. */
export interface Recipient extends Candidate {
  inApp: boolean;
  email: boolean;
}

/** What the decision is made from. */
export interface RecipientFacts {
  topic: NotificationTopic;
  /** The strongest reason first: of several for one person, the first holds. */
  candidates: readonly Candidate[];
  /** Who caused the event; null when it was no person. */
  actorRef: string | null;
  /** Who muted the changed entity. */
  muted: ReadonlySet<string>;
  /** By user; who has none gets the defaults. */
  preferences: ReadonlyMap<string, Preferences>;
}

/** Who is told: everybody with a reason, once; never the actor, never who muted the entity. */
export function decideRecipients(facts: RecipientFacts): Recipient[] {
  const { topic, candidates, actorRef, muted, preferences } = facts;
  const recipients = new Map<string, Recipient>();
  for (const candidate of candidates) {
    const { userRef } = candidate;
    if (recipients.has(userRef) || userRef === actorRef || muted.has(userRef)) {
      continue;
    }
    const { email, topics } = preferences.get(userRef) ?? defaultPreferences;
    // Preferences saved before a topic existed say nothing of it.
    const chosen = { ...defaultPreferences.topics, ...topics }[topic];
    recipients.set(userRef, {
      ...candidate,
      inApp: chosen.inApp,
      email: email && chosen.email,
    });
  }
  return [...recipients.values()];
}
