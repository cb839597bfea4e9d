import { Actor } from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../../database/EventWriter';
import { FindingRow, SchemaChangeRow } from '../../database/tables';
import { Transaction } from '../../database/UnitOfWork';
import { difference } from '../difference';
import { ChangeFields, columnsOf, fieldsOf } from './changeFields';
import { moveTo } from './moveTo';
import { numberedFindings } from './numberedFindings';
import { ServiceDeps } from '../ServiceDeps';

/** Another state for a change that this transaction has locked. */
export interface ChangedFields {
  row: SchemaChangeRow;
  findings: readonly FindingRow[];
  ownerRefs: string[];
  fields: ChangeFields;
  actor: Actor;
  origin: RequestOrigin;
  reason: string | null;
  at: Date;
  /** Whether the definition is back as it was before; what it was, when nobody says. */
  reverted?: boolean;
}

/**
 * Edits a change, moves it, or both: one event. Null, and nothing written, when that is how it is already.
 *
 * @throws ConflictError - for a move that is not legal.
 */
export async function writeChangedFields(
  deps: Pick<ServiceDeps, 'changeStore' | 'events' | 'findings' | 'ids'>,
  tx: Transaction,
  change: ChangedFields,
): Promise<SchemaChangeRow | null> {
  const { row, findings, fields, at } = change;
  const wasReverted = row.reverted_at !== null;
  const { reverted = wasReverted } = change;
  const changed = difference(
    { ...fieldsOf(row, findings), reverted: wasReverted },
    { ...fields, reverted },
  );
  if (!changed) return null;
  const move =
    fields.status === row.status ? null : moveTo(row.status, fields.status, at);
  const next = await deps.changeStore.update(
    tx,
    row.id,
    {
      ...columnsOf(fields),
      ...move?.columns,
      ...(reverted !== wasReverted && { reverted_at: reverted ? at : null }),
    },
    at,
  );
  if (changed.after.findings) {
    await deps.findings.replace(
      tx,
      row.id,
      numberedFindings(row.id, fields.findings, findings, deps.ids),
    );
  }
  const { sequence } = await deps.events.write(tx, {
    type: move?.event ?? 'schema-change.updated',
    actor: change.actor,
    origin: change.origin,
    change: next,
    ownerRefs: change.ownerRefs,
    data: { ...changed, reason: change.reason },
  });
  return { ...next, sequence };
}
