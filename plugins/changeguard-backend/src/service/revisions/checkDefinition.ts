import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  definitionCheckPermission,
  verdictOf,
} from '@changeguard/backstage-plugin-changeguard-common';
import { ListedRevision } from '../../database/RevisionReadModel';
import { compareWithItself } from '../../detection/compareWithItself';
import { acceptedFindings } from '../acceptances/acceptedFindings';
import { comparableFormat } from './comparableFormat';
import { definitionBytes } from './definitionBytes';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase, UseCaseRequest } from '../UseCase';
import { visibleRevision } from './visibleRevision';

type Deps = Pick<ServiceDeps, 'catalog' | 'decisions' | 'detection'>;

/** The stored revision to compare with, when the request names one, or an entity that has one. */
async function storedBase(
  deps: Deps,
  { viewer, body }: UseCaseRequest<'checkDefinition'>,
): Promise<ListedRevision | undefined> {
  const { entityRef, baseRevisionId } = body;
  if (entityRef && !(await deps.catalog.find(viewer, entityRef))) {
    throw new NotFoundError(`There is no entity '${entityRef}'`);
  }
  if (baseRevisionId) {
    return visibleRevision(deps, viewer, baseRevisionId, entityRef);
  }
  return body.base === undefined && entityRef
    ? deps.detection.revisionReads.baseline(entityRef)
    : undefined;
}

async function textOf(deps: Deps, stored: ListedRevision) {
  const text = await deps.detection.definitions.read(stored.hash);
  if (text) return text;
  throw new NotFoundError(
    `The text of revision '${stored.id}' is no longer kept`,
  );
}

/** Compares two definitions and says what differs, and who has accepted it. Stores nothing. */
export function checkDefinition(deps: Deps): UseCase<'checkDefinition'> {
  return async request => {
    const { viewer, body } = request;
    if (!(await deps.decisions.mayDo(viewer, definitionCheckPermission))) {
      throw new NotAllowedError(
        `The permission '${definitionCheckPermission.name}' is needed for this`,
      );
    }
    const { settings, comparer, catalog } = deps.detection;
    const stored = await storedBase(deps, request);
    const entityRef = body.entityRef ?? stored?.entity_ref ?? null;
    const entity = entityRef ? await catalog.find(entityRef) : undefined;
    const format = comparableFormat(
      deps,
      body.format,
      stored?.format ?? entity?.format ?? body.revision.looksLike,
    );
    const limit = settings.definitionBytes;
    const revision = definitionBytes(body.revision, limit);
    const base =
      body.base !== undefined
        ? definitionBytes(body.base, limit)
        : stored && (await textOf(deps, stored));
    const asked = {
      format,
      revision,
      levels: { ...settings.levels, ...entity?.levels, ...body.levels },
    };
    const comparison = base
      ? await comparer.compare({ ...asked, base })
      : // The first definition of an entity breaks nobody.
        await compareWithItself(comparer, asked);
    const findings = await acceptedFindings(
      deps,
      entityRef,
      comparison.findings,
    );
    const { outcome, findingCount, reasons, failure } = comparison;
    return {
      body: {
        outcome,
        verdict: verdictOf(comparison),
        passes:
          outcome !== 'failed' &&
          findings.every(
            ({ severity, accepted }) => severity !== 'breaking' || accepted,
          ),
        format,
        findings,
        findingCount,
        reasons,
        failure,
        base: stored
          ? {
              revisionId: stored.id,
              version: stored.version,
              at: stored.created_at.toISOString(),
            }
          : null,
        hints: [...(entity?.levelProblems ?? [])],
      },
    };
  };
}
