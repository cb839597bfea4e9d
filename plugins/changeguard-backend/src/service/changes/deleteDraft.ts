import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { fieldsOf, withoutEmpty } from './changeFields';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Deletes a draft; what was announced stays, and is withdrawn instead. */
export function deleteDraft(
  deps: Pick<
    ServiceDeps,
    'changes' | 'changeStore' | 'events' | 'findings' | 'unitOfWork'
  >,
): UseCase<'deleteSchemaChange'> {
  return async ({ viewer, origin, params: { id }, precondition }) => {
    const { head, may } = await deps.changes.find(viewer, id);
    if (!may.edit) {
      throw new NotAllowedError(
        `Only an owner of '${head.entity_ref}' may delete its drafts`,
      );
    }
    await deps.unitOfWork.run(async tx => {
      const row = await deps.changeStore.lock(tx, id);
      if (!row) throw new NotFoundError(`There is no schema change '${id}'`);
      precondition.check(row.version);
      if (row.status !== 'draft') {
        throw new ConflictError(
          `Only a draft can be deleted; a change that is ${row.status} stays in the records`,
        );
      }
      const findings = await deps.findings.ofChange(tx, id);
      // The event first: it counts on the change's row, and outlives it.
      await deps.events.write(tx, {
        type: 'schema-change.deleted',
        actor: actorOf(viewer),
        origin,
        change: row,
        ownerRefs: head.owner_refs,
        data: {
          before: withoutEmpty(fieldsOf(row, findings)),
          after: null,
          reason: null,
        },
      });
      await deps.changeStore.delete(tx, id);
    });
    return { body: undefined };
  };
}
