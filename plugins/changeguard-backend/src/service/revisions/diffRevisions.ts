import { verdictOf } from '@changeguard/backstage-plugin-changeguard-common';
import { WholeRevision } from '../../database/RevisionReadModel';
import { JudgedComparison } from '../../detection/Comparer';
import { emptyComparison } from '../../detection/emptyComparison';
import { failedComparison } from '../../detection/failedComparison';
import { acceptedFindings } from '../acceptances/acceptedFindings';
import { changesOf, presentRevision } from './presentRevision';
import { readableEntity } from '../access/readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { visibleRevision } from './visibleRevision';

async function compare(
  { detection }: Pick<ServiceDeps, 'detection'>,
  from: WholeRevision,
  to: WholeRevision,
): Promise<JudgedComparison> {
  if (from.hash === to.hash) return emptyComparison;
  if (from.format !== to.format) {
    return failedComparison(
      'unsupported',
      `One is ${from.format}, the other ${to.format}; the two cannot be compared.`,
    );
  }
  const [base, revision, entity] = await Promise.all([
    detection.definitions.read(from.hash),
    detection.definitions.read(to.hash),
    detection.catalog.find(to.entity_ref),
  ]);
  if (!base || !revision) {
    return failedComparison('unsupported', 'The text is no longer kept.', {
      which: base ? 'revision' : 'base',
    });
  }
  return detection.comparer.compare({
    format: to.format,
    base,
    revision,
    levels: { ...detection.settings.levels, ...entity?.levels },
    sideBySide: true,
  });
}

/** Compares any two revisions of an entity. */
export function diffRevisions(
  deps: Pick<ServiceDeps, 'catalog' | 'changes' | 'decisions' | 'detection'>,
): UseCase<'diffRevisions'> {
  return async ({ viewer, params, query }) => {
    const { entityRef } = await readableEntity(deps, viewer, params);
    const from = await visibleRevision(deps, viewer, query.from, entityRef);
    const to = await visibleRevision(deps, viewer, query.to, entityRef);
    const comparison = await compare(deps, from, to);
    const seen = await deps.changes.among(viewer, changesOf([from, to]));
    return {
      body: {
        ...comparison,
        verdict: verdictOf(comparison),
        findings: await acceptedFindings(deps, entityRef, comparison.findings),
        from: presentRevision(from, seen),
        to: presentRevision(to, seen),
      },
    };
  };
}
