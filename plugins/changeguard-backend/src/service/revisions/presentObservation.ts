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
  // What there was nothing to compare with is a first one.
  const { outcome, verdict } =
    observed.outcome === 'new'
      ? row
      : { outcome: observed.outcome, verdict: null };
  return {
    outcome: outcome ?? 'first',
    verdict: verdict ?? 'unchanged',
    revision: presentRevision(row, visible),
    change: change
      ? {
          id: change.id,
          status: change.status,
          link: changeLink(change.id),
        }
      : null,
    failure: observed.outcome === 'new' ? row.failure : null,
    hints: [...observed.hints],
  };
}
