import {
  Actor,
  ChangeGuardEvent,
  findMentions,
} from '@changeguard/backstage-plugin-changeguard-common';
import { AudienceResolver, Member } from '../audience/AudienceResolver';
import { RecipientFactsReader } from '../database/RecipientFactsReader';
import { SchemaChangeRow } from '../database/tables';
import { Candidate, decideRecipients, Recipient } from './decideRecipients';
import { Telling } from './telling';

function stands(member: Member, forWhat: string): string {
  return member.viaOwnerRef === member.userRef
    ? `you own ${forWhat}`
    : `your team ${member.viaOwnerRef} owns ${forWhat}`;
}

/** Who caused it; of an announcement that is told once its audience is known, who announced. */
function actorOf(event: ChangeGuardEvent): Actor {
  return event.type === 'audience.snapshotted'
    ? event.data.audience.announcedBy
    : event.data.actor;
}

/** Those mentioned by this event: all of a new comment's, and what an edit added. */
function newMentions(event: ChangeGuardEvent): string[] {
  if (event.type === 'comment.added') return event.data.comment.mentions;
  if (event.type !== 'comment.edited') return [];
  const { before, comment } = event.data;
  const earlier = typeof before?.body === 'string' ? before.body : null;
  if (earlier === null) return [];
  const known = new Set(findMentions(earlier));
  return comment.mentions.filter(ref => !known.has(ref));
}

/**
 * Works out who is told of an event: gathers the reasons to tell somebody, and hands them to the pure decision. All channels
 * ask it, so that they tell the same people.
 */
export class RecipientResolver {
  constructor(
    private readonly deps: {
      facts: RecipientFactsReader;
      audience: Pick<AudienceResolver, 'expandOwners'>;
    },
  ) {}

  async resolve(
    event: ChangeGuardEvent,
    change: SchemaChangeRow,
    telling: Telling,
  ): Promise<Recipient[]> {
    const { facts } = this.deps;
    const candidates = await this.candidates(event, change, telling);
    const actor = actorOf(event);
    return decideRecipients({
      topic: telling.topic,
      candidates,
      actorRef: actor.type === 'user' ? actor.ref : null,
      muted: await facts.muted(change.entity_ref),
      preferences: await facts.preferences(
        candidates.map(({ userRef }) => userRef),
      ),
    });
  }

  private async candidates(
    event: ChangeGuardEvent,
    change: SchemaChangeRow,
    telling: Telling,
  ): Promise<Candidate[]> {
    switch (telling.topic) {
      case 'breaking-change':
        if (telling.type === 'draft-detected' || telling.type === 'reverted') {
          return this.providers(event, change, telling);
        }
        return this.consumers(event, change, telling);
      case 'discussion':
        if (event.type === 'consumer.answered') {
          return this.providers(event, change, telling);
        }
        return this.discussion(event, change, telling);
      default:
        return [];
    }
  }

  private async consumers(
    event: ChangeGuardEvent,
    change: SchemaChangeRow,
    { type }: Telling,
  ): Promise<Candidate[]> {
    const { facts } = this.deps;
    const only =
      event.type === 'consumer.identified'
        ? event.data.consumer.entityRef
        : undefined;
    const members = await facts.members(change.id, 'consumer', only);
    const candidates = members.map(member => ({
      userRef: member.userRef,
      type,
      reason: stands(member, member.viaEntityRef),
    }));
    if (only) return candidates;
    const followers = await facts.followers(change.entity_ref);
    return [
      ...candidates,
      ...followers.map(userRef => ({
        userRef,
        type,
        reason: `you follow ${change.entity_ref}`,
      })),
    ];
  }

  /** The frozen members; before the audience is frozen, those whom the catalog names now. */
  private async providers(
    event: ChangeGuardEvent,
    change: SchemaChangeRow,
    { type }: Telling,
  ): Promise<Candidate[]> {
    const { facts, audience } = this.deps;
    const frozen = await facts.members(change.id, 'provider');
    const members =
      frozen.length > 0
        ? frozen
        : await audience.expandOwners(event.data.change.ownerRefs);
    return members.map(member => ({
      userRef: member.userRef,
      type,
      reason: stands(member, change.entity_ref),
    }));
  }

  /**
   * The provider's people, those who took part, those mentioned. Of what was never announced only the first, and its author, may know. Beyond
   * that no catalog permission is asked: it can only be evaluated for somebody who is signed in. A mention tells no more
   * than the comment's beginning, and the page asks again.
   */
  private async discussion(
    event: ChangeGuardEvent,
    change: SchemaChangeRow,
    telling: Telling,
  ): Promise<Candidate[]> {
    const { facts } = this.deps;
    const providers = await this.providers(event, change, {
      ...telling,
      type: 'commented',
    });
    const mentioned = await this.mentioned(event);
    const participants = (await facts.participants(change.id)).map(userRef => ({
      userRef,
      type: 'commented' as const,
      reason: 'you took part in its discussion',
    }));
    const edited = event.type === 'comment.edited';
    const all = [
      ...mentioned,
      ...(edited ? [] : [...providers, ...participants]),
    ];
    if (change.announced_at !== null) return all;
    const insiders = new Set(providers.map(({ userRef }) => userRef));
    insiders.add(change.created_by);
    return all.filter(({ userRef }) => insiders.has(userRef));
  }

  private async mentioned(event: ChangeGuardEvent): Promise<Candidate[]> {
    const refs = newMentions(event);
    if (refs.length === 0) return [];
    const members = await this.deps.audience.expandOwners(refs);
    return members.map(({ userRef, viaOwnerRef }) => ({
      userRef,
      type: 'mentioned',
      reason:
        viaOwnerRef === userRef
          ? 'you were mentioned'
          : `your team ${viaOwnerRef} was mentioned`,
    }));
  }
}
