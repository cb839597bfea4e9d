import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { revisionPublishPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { claimKey } from '../claimKey';
import { comparableFormat } from './comparableFormat';
import { definitionBytes } from './definitionBytes';
import { mayRecord } from '../access/domainRules';
import { presentObservation } from './presentObservation';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Takes in a definition that a pipeline, or an owner, brings. The same text again is the same revision. */
export function publishRevision(
  deps: Pick<
    ServiceDeps,
    'catalog' | 'changes' | 'decisions' | 'detection' | 'idempotency'
  >,
): UseCase<'publishRevision'> {
  return async request => {
    const { viewer, origin, body } = request;
    const { entityRef, definition } = body;
    const { detection } = deps;
    const viewed = await deps.catalog.find(viewer, entityRef);
    const entity = viewed && (await detection.catalog.find(entityRef));
    if (!entity) throw new NotFoundError(`There is no entity '${entityRef}'`);
    if (
      !mayRecord(viewer, viewed.ownerRefs) ||
      !(await deps.decisions.mayDo(viewer, revisionPublishPermission))
    ) {
      throw new NotAllowedError(
        `Only an owner of '${entityRef}', or a service, may publish its definition`,
      );
    }
    const observed = await detection.observer.observe(
      {
        entityRef,
        ownerRefs: entity.ownerRefs,
        format: comparableFormat(deps, body.format, entity.format),
        text: definitionBytes(definition, detection.settings.definitionBytes),
        levels: { ...detection.settings.levels, ...entity.levels },
        source: 'ci',
        actor: actorOf(viewer),
        origin,
        version: body.version ?? null,
        commit: body.commit ?? null,
        url: body.url ?? null,
        sight: null,
      },
      (tx, revisionId, hash) =>
        claimKey(
          deps,
          tx,
          {
            ...request,
            body: { ...body, definition: hash },
            // Who is not answered by a replica that is being upgraded asks the next one.
            formerBody: () => ({
              ...body,
              definition: Buffer.from(definition.text).toString(),
            }),
          },
          revisionId,
        ),
    );
    const { levelProblems: hints } = entity;
    return {
      body: await presentObservation(deps, viewer, { ...observed, hints }),
    };
  };
}
