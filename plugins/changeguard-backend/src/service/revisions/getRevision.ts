import { acceptedFindings } from '../acceptances/acceptedFindings';
import { changesOf, presentRevision } from './presentRevision';
import { readableEntity } from '../access/readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { visibleRevision } from './visibleRevision';

/** Reads one revision with its text, and how it differs from the one before. */
export function getRevision(
  deps: Pick<ServiceDeps, 'catalog' | 'changes' | 'decisions' | 'detection'>,
): UseCase<'getRevision'> {
  return async ({ viewer, params: { id, ...params } }) => {
    const { entityRef } = await readableEntity(deps, viewer, params);
    const row = await visibleRevision(deps, viewer, id, entityRef);
    const text = await deps.detection.definitions.read(row.hash);
    const seen = await deps.changes.among(viewer, changesOf([row]));
    const { difference, outcome, verdict, failure } = row;
    return {
      body: {
        ...presentRevision(row, seen),
        definition: text ? new TextDecoder().decode(text) : null,
        difference:
          difference && outcome && verdict
            ? {
                ...difference,
                outcome,
                verdict,
                failure,
                findings: await acceptedFindings(
                  deps,
                  entityRef,
                  difference.findings,
                ),
              }
            : null,
      },
    };
  };
}
