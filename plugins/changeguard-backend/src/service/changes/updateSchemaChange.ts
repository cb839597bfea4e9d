import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { UpdateSchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { ChangeFields, fieldsOf } from './changeFields';
import { composeDetail } from './composeDetail';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';
import { writeChangedFields } from './writeChangedFields';

function merged(
  current: ChangeFields,
  { reason: _, ...given }: UpdateSchemaChange,
): ChangeFields {
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  const next = { ...current, ...present };
  // `null` clears; what is never null has its own emptiness.
  return {
    ...next,
    description: next.description ?? '',
    findings: next.findings ?? [],
  };
}

/** Edits a change, moves it to another status, or both: one event. */
export function updateSchemaChange(
  deps: Pick<
    ServiceDeps,
    | 'catalog'
    | 'changes'
    | 'changeStore'
    | 'clock'
    | 'details'
    | 'detection'
    | 'events'
    | 'findings'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'updateSchemaChange'> {
  return async ({ viewer, origin, params: { id }, body, precondition }) => {
    const change = await deps.changes.find(viewer, id);
    if (!change.may.edit) {
      throw new NotAllowedError(
        `Only an owner of '${change.head.entity_ref}' may edit or move its changes`,
      );
    }
    const now = deps.clock.now();
    const updated = await deps.unitOfWork.run(async tx => {
      const row = await deps.changeStore.lock(tx, id);
      if (!row) throw new NotFoundError(`There is no schema change '${id}'`);
      precondition.check(row.version);
      const findings = await deps.findings.ofChange(tx, id);
      const fields = merged(fieldsOf(row, findings), body);
      // Asking for what is already so is no mistake, and no event.
      return (
        (await writeChangedFields(deps, tx, {
          row,
          findings,
          ownerRefs: change.head.owner_refs,
          fields,
          actor: actorOf(viewer),
          origin,
          reason: body.reason ?? null,
          at: now,
        })) ?? row
      );
    });
    return {
      body: await composeDetail(deps, viewer, {
        ...change,
        head: { ...change.head, ...updated },
      }),
      version: updated.version,
    };
  };
}
