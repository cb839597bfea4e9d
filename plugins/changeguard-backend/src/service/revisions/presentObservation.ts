import { Observation } from '@changeguard/backstage-plugin-changeguard-common';
import { changeLink } from '../../subscribers/notificationText';
import { changesOf, presentRevision } from './presentRevision';
import { ServiceDeps } from '../ServiceDeps';
import { Viewer } from '../Viewer';
import { visibleRevision } from './visibleRevision';

/** What came of looking at a definition, as the API answers it. */
export async function presentObservation(
  deps: Pick<ServiceDeps, 'catalog' | 'changes' | 'detection'>,
  viewer: Viewer,
  observed: {
    outcome: 'first' | 'unchanged' | 'new';
    revisionId: string;
    hints: readonly string[];
  },
): Promise<Observation> {
  const row = await visibleRevision(deps, viewer, observed.revisionId);
  const visible = await deps.changes.among(viewer, changesOf([row]));
  const change = row.change_id ? visible.get(row.change_id) : undefined;
  const isUnchanged = observed.outcome === 'unchanged';
  const failed = row.outcome === 'failed';
  return {
    // What there was nothing to compare with is a first one.
    outcome: isUnchanged ? 'unchanged' : row.outcome ?? 'first',
    // Of a text that could not be compared nobody knows what it changed, however often it comes.
    verdict: isUnchanged && !failed ? 'unchanged' : row.verdict ?? 'unchanged',
    revision: presentRevision(row, visible),
    change: change
      ? {
          id: change.id,
          status: change.status,
          link: changeLink(change.id),
        }
      : null,
    failure: row.failure,
    hints: [...observed.hints],
  };
}
