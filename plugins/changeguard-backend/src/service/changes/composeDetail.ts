import { NotFoundError } from '@backstage/errors';
import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { isOwner } from '../access/domainRules';
import { presentSchemaChange } from './presentSchemaChange';
import { AccessibleChange } from './SchemaChanges';
import { ServiceDeps } from '../ServiceDeps';
import { Viewer } from '../Viewer';

/** Makes the whole answer about a change that a viewer may see. */
export async function composeDetail(
  deps: Pick<ServiceDeps, 'details' | 'catalog' | 'clock' | 'detection'>,
  viewer: Viewer,
  change: AccessibleChange,
): Promise<SchemaChange> {
  const { head } = change;
  const detail = await deps.details.compose(head.id, head.sequence);
  if (!detail)
    throw new NotFoundError(`There is no schema change '${head.id}'`);
  const foreign = detail.consumers.filter(
    consumer => !isOwner(viewer, consumer.ownerRefs),
  );
  const readable = await deps.catalog.readable(
    viewer,
    foreign.map(consumer => consumer.entityRef),
  );
  const hidden = foreign.filter(
    consumer => !readable.has(consumer.entityRef),
  ).length;
  return presentSchemaChange(change, detail, hidden, {
    now: deps.clock.now(),
    formats: deps.detection.formats,
  });
}
