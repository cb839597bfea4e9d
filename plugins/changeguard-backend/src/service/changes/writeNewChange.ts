import {
  Actor,
  ChangeSource,
} from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../../database/EventWriter';
import { FindingRow, SchemaChangeRow } from '../../database/tables';
import { Transaction } from '../../database/UnitOfWork';
import { ChangeFields, columnsOf, withoutEmpty } from './changeFields';
import { ServiceDeps } from '../ServiceDeps';

/** A change that somebody records, or that was detected. */
export interface NewChange {
  id: string;
  entityRef: string;
  ownerRefs: string[];
  source: ChangeSource;
  fields: ChangeFields;
  /** The findings of the fields, as rows. */
  findings: readonly FindingRow[];
  actor: Actor;
  origin: RequestOrigin;
  at: Date;
  /** The revisions between which it was detected. */
  revisions?: { base: string; latest: string };
}

/** Writes a new change and its event; who recorded it is the actor. */
export async function writeNewChange(
  deps: Pick<ServiceDeps, 'changeStore' | 'events'>,
  tx: Transaction,
  change: NewChange,
): Promise<SchemaChangeRow> {
  const { id, entityRef, ownerRefs, source, fields, findings, at } = change;
  const announced = fields.status === 'announced';
  const row = await deps.changeStore.insert(
    tx,
    {
      ...columnsOf(fields),
      id,
      entity_ref: entityRef,
      source,
      created_by: change.actor.ref,
      created_at: at,
      announced_at: announced ? at : null,
      audience_state: announced ? 'resolving' : 'none',
      ...(change.revisions && {
        base_revision_id: change.revisions.base,
        latest_revision_id: change.revisions.latest,
      }),
    },
    { ownerRefs, findings },
  );
  await deps.events.write(tx, {
    type: announced ? 'schema-change.announced' : 'schema-change.recorded',
    actor: change.actor,
    origin: change.origin,
    change: row,
    ownerRefs,
    data: {
      before: null,
      after: withoutEmpty({ entityRef, source, ...fields }),
      reason: null,
    },
  });
  return row;
}
