import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { FindingRow, SchemaChangeRow } from '../../database/tables';
import { claimKey } from '../claimKey';
import { composeDetail } from './composeDetail';
import { mayComment, mayEdit, mayRecord } from '../access/domainRules';
import { numberedFindings } from './numberedFindings';
import { PolicyOfChange } from '../access/PolicyDecisions';
import { presentSchemaChange } from './presentSchemaChange';
import { AccessibleChange } from './SchemaChanges';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf, Viewer } from '../Viewer';
import { writeNewChange } from './writeNewChange';

/** What the transaction wrote, or, for a repeated key, what an earlier one did. */
type Recorded =
  | { outcome: 'recorded'; row: SchemaChangeRow; findings: FindingRow[] }
  | { outcome: 'repeated'; id: string };

/** A new change as its recorder sees it: nobody is affected yet. */
function justRecorded(
  viewer: Viewer,
  row: SchemaChangeRow,
  ownerRefs: string[],
  policy: PolicyOfChange,
): AccessibleChange {
  return {
    head: {
      ...row,
      updated_at_exact: row.updated_at.toISOString(),
      effective_at_exact: row.effective_at?.toISOString() ?? null,
      owner_refs: ownerRefs,
      by_answer: {},
      owns_consumer: false,
      recorded_as: [],
    },
    // Somebody whom the policy lets record but not read gets to see what they wrote, and nothing more.
    may: {
      edit:
        policy.read &&
        policy.update &&
        mayEdit(viewer, { owner_refs: ownerRefs }),
      comment: policy.read && policy.comment && mayComment(viewer),
    },
  };
}

/** Records a change, announced or as a draft. */
export function recordSchemaChange(
  deps: Pick<
    ServiceDeps,
    | 'catalog'
    | 'changes'
    | 'changeStore'
    | 'clock'
    | 'decisions'
    | 'details'
    | 'detection'
    | 'events'
    | 'idempotency'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'recordSchemaChange'> {
  return async request => {
    const { viewer, origin, body } = request;
    const { entityRef, source, ...fields } = body;
    const entity = await deps.catalog.find(viewer, entityRef);
    if (!entity) {
      throw new NotFoundError(`There is no entity '${entityRef}'`);
    }
    const { ownerRefs } = entity;
    if (
      !mayRecord(viewer, ownerRefs) ||
      !(await deps.decisions.mayRecord(viewer, entityRef))
    ) {
      throw new NotAllowedError(
        `Only an owner of '${entityRef}' may record a change to it`,
      );
    }
    // Asked before anything is written: afterwards a policy that is away must not make it look as if nothing were.
    const policyOf = await deps.decisions.ofChange(viewer);
    const id = deps.ids.next();
    const now = deps.clock.now();
    const recorded = await deps.unitOfWork.run<Recorded>(async tx => {
      const earlier = await claimKey(deps, tx, request, id);
      if (earlier) return { outcome: 'repeated', id: earlier };
      const findings = numberedFindings(id, fields.findings, [], deps.ids);
      const row = await writeNewChange(deps, tx, {
        id,
        entityRef,
        ownerRefs,
        source,
        fields,
        findings,
        actor: actorOf(viewer),
        origin,
        at: now,
      });
      return { outcome: 'recorded', row, findings };
    });
    if (recorded.outcome === 'repeated') {
      const change = await deps.changes.find(viewer, recorded.id);
      return {
        body: await composeDetail(deps, viewer, change),
        version: change.head.version,
      };
    }
    const { row, findings } = recorded;
    const policy = policyOf({
      id,
      createdBy: viewer.ref,
      ownerRefs,
      consumerOwnerRefs: [],
    });
    return {
      body: presentSchemaChange(
        justRecorded(viewer, row, ownerRefs, policy),
        {
          description: row.description,
          migrationGuide: row.migration_guide,
          findings: findings.map(
            ({ change_id: _, ordinal: __, ...finding }) => finding,
          ),
        },
        0,
        { now, formats: deps.detection.formats },
      ),
      version: row.version,
    };
  };
}
