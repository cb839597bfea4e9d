import { NotFoundError } from '@backstage/errors';
import { ResolvedAudience } from '../../audience/AudienceResolver';
import { isOwner } from '../access/domainRules';
import { ServiceDeps } from '../ServiceDeps';
import { unavailable } from '../unavailable';
import { UseCase } from '../UseCase';

function isGroup(ownerRef: string): boolean {
  return ownerRef.startsWith('group:');
}

/** Says whom announcing a change to an entity would reach; numbers count everybody, names are those the viewer may see. */
export function previewAudience(
  deps: Pick<ServiceDeps, 'audience' | 'catalog' | 'logger' | 'subscriptions'>,
): UseCase<'previewAudience'> {
  return async ({ viewer, body: { entityRef } }) => {
    if (!(await deps.catalog.find(viewer, entityRef))) {
      throw new NotFoundError(`There is no entity '${entityRef}'`);
    }
    let audience: ResolvedAudience;
    try {
      audience = await deps.audience.resolve(entityRef);
    } catch (error) {
      throw unavailable(
        deps.logger,
        'The catalog cannot be asked at the moment who is affected',
        error,
      );
    }
    const subscribers = await deps.subscriptions.ofEntity(entityRef);
    const muted = new Set(
      subscribers
        .filter(({ mode }) => mode === 'mute')
        .map(({ user_ref }) => user_ref),
    );
    const followers = subscribers
      .filter(({ mode }) => mode === 'follow')
      .map(({ user_ref }) => user_ref)
      .filter(userRef => userRef !== viewer.ref);
    const people = new Set(
      [
        ...audience.consumers.flatMap(({ members }) =>
          members.map(({ userRef }) => userRef),
        ),
        ...followers,
      ].filter(userRef => userRef !== viewer.ref && !muted.has(userRef)),
    );
    const teams = new Set(
      audience.consumers.flatMap(({ ownerRefs }) => ownerRefs).filter(isGroup),
    );
    const foreign = audience.consumers.filter(
      consumer => !isOwner(viewer, consumer.ownerRefs),
    );
    const readable = await deps.catalog.readable(
      viewer,
      foreign.map(consumer => consumer.entityRef),
    );
    const hidden = new Set(
      foreign.filter(consumer => !readable.has(consumer.entityRef)),
    );
    return {
      body: {
        entityRef,
        state: audience.state,
        consumers: audience.consumers
          .filter(consumer => !hidden.has(consumer))
          .map(({ evidence: _, members, ...consumer }) => ({
            ...consumer,
            people: new Set(members.map(({ userRef }) => userRef)).size,
            reachable: members.length > 0,
          })),
        hidden: hidden.size,
        people: people.size,
        teams: teams.size,
        followers: followers.length,
      },
    };
  };
}
