import { AudienceRole } from '../../database/SchemaChangeHead';
import { Viewer } from '../Viewer';

/** What the rules look at of a change. */
export interface RuledChange {
  /** Null of a draft, and of one that was withdrawn before anybody outside had heard of it. */
  announced_at: Date | null;
  created_by: string;
  owner_refs: readonly string[];
  owns_consumer: boolean;
  recorded_as: readonly AudienceRole[];
}

/*
 * Who may do what, whatever the permission policy says: a policy narrows these rules and cannot widen them. They need no I/O, so that all
 * of them can be read, and tested, in one place.
 */

/** Whether the viewer is, or speaks for, one of these owners. */
export function isOwner(viewer: Viewer, ownerRefs: readonly string[]) {
  return ownerRefs.some(ref => viewer.claims.includes(ref));
}

/**
 * Whether the viewer may see a change by their own standing: one that was never announced as its author or as one of the provider's
 * people, any other as one of the provider's or of an affected consumer's. Everybody else needs to see the entity; see {@link visibleWithEntity}.
 */
export function maySeeByStanding(viewer: Viewer, change: RuledChange) {
  const provider =
    isOwner(viewer, change.owner_refs) ||
    change.recorded_as.includes('provider');
  if (change.announced_at === null) {
    return provider || change.created_by === viewer.ref;
  }
  return (
    provider || change.owns_consumer || change.recorded_as.includes('consumer')
  );
}

/** Whether seeing the changed entity in the catalog is enough to see the change. */
export function visibleWithEntity(change: Pick<RuledChange, 'announced_at'>) {
  return change.announced_at !== null;
}

/** The provider's owners record changes; so do services, such as a pipeline that compared two definitions. */
export function mayRecord(viewer: Viewer, ownerRefs: readonly string[]) {
  return viewer.type === 'service' || isOwner(viewer, ownerRefs);
}

/** Edit, move, delete: the provider's owners. */
export function mayEdit(
  viewer: Viewer,
  change: Pick<RuledChange, 'owner_refs'>,
) {
  return viewer.type === 'user' && isOwner(viewer, change.owner_refs);
}

/** Every person who sees a change may discuss it. */
export function mayComment(viewer: Viewer) {
  return viewer.type === 'user';
}

/** Authors change their own comments, nobody else's. */
export function mayEditComment(
  viewer: Viewer,
  comment: { author: string; deleted_at: Date | null },
) {
  return (
    viewer.type === 'user' &&
    comment.author === viewer.ref &&
    !comment.deleted_at
  );
}

/** People operate: a token in a pipeline sees neither who was told what, nor sends it again. */
export function mayOperate(viewer: Viewer) {
  return viewer.type === 'user';
}

/** Nothing is left to answer of what was withdrawn. */
export function takesAnswers(change: { status: string }) {
  return change.status !== 'withdrawn';
}

/** Owners of the consumer answer for it, and people who were told as somebody behind it. */
export function mayAnswer(
  viewer: Viewer,
  consumer: { stands_behind: boolean },
) {
  return viewer.type === 'user' && consumer.stands_behind;
}
