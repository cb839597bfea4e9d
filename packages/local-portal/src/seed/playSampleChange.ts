import type {
  Audience,
  SchemaChange,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import { waitFor } from '../processes/waitFor.ts';
import { inDays } from './inDays.ts';
import { playStep } from './playStep.ts';
import type { PortalClient } from './PortalClient.ts';
import type { SampleChange } from './SampleChange.ts';

/** The catalog of a portal that starts for the first time takes a few seconds to connect its entities. */
const PATIENCE_MS = 60_000;

/** Records one sample change and lets its people react to it, one after the other. Playing it again changes nothing. */
export async function playSampleChange(
  portal: PortalClient,
  sample: SampleChange,
  now: Date,
): Promise<void> {
  await waitUntilConnected(portal, sample);
  const id =
    (await findRecorded(portal, sample)) ?? (await record(portal, sample, now));
  await waitUntilTold(portal, sample, id);
  for (const [index, step] of (sample.then ?? []).entries()) {
    const idempotencyKey = `sample-${sample.key}-${index}`;
    await playStep(step, { portal, id, idempotencyKey, now });
  }
}

/** Who is affected is frozen when a change is announced, so everybody who answers must be known by then. */
async function waitUntilConnected(
  portal: PortalClient,
  { by, change, then = [] }: SampleChange,
): Promise<void> {
  const { entityRef } = change;
  await waitFor(
    `the catalog knew who depends on ${entityRef}`,
    async () => {
      const { consumers } = await portal.call<Audience>({
        by,
        method: 'POST',
        path: '/changeguard/audience',
        body: { entityRef },
      });
      const known = new Set(consumers.map(consumer => consumer.entityRef));
      return then.every(step => !('for' in step) || known.has(step.for));
    },
    { timeoutMs: PATIENCE_MS, everyMs: 300 },
  );
}

/** An interrupted run may have recorded it days ago, when other dates were the right ones. */
async function findRecorded(
  portal: PortalClient,
  { by, change }: SampleChange,
): Promise<string | undefined> {
  const query = new URLSearchParams({
    entityRef: change.entityRef,
    limit: '100',
  });
  const { items } = await portal.call<{ items: SchemaChangeSummary[] }>({
    by,
    method: 'GET',
    path: `/changeguard/schema-changes?${query}`,
  });
  return items.find(({ title }) => title === change.title)?.id;
}

async function record(
  portal: PortalClient,
  sample: SampleChange,
  now: Date,
): Promise<string> {
  const { id } = await portal.call<SchemaChange>({
    by: sample.by,
    method: 'POST',
    path: '/changeguard/schema-changes',
    body: {
      ...sample.change,
      effectiveAt: inDays(now, sample.effectiveInDays),
      sunsetAt: inDays(now, sample.sunsetInDays),
    },
    idempotencyKey: `sample-${sample.key}`,
  });
  return id;
}

/** People react to what they were told, so the history reads in that order. Nobody is told of a draft. */
async function waitUntilTold(
  portal: PortalClient,
  { by, change }: SampleChange,
  id: string,
): Promise<void> {
  if (change.status === 'draft') {
    return;
  }
  await waitFor(
    `everybody was told of "${change.title}"`,
    async () => {
      const { consumers } = await portal.call<SchemaChange>({
        by,
        method: 'GET',
        path: `/changeguard/schema-changes/${id}`,
      });
      return consumers.state === 'complete';
    },
    { timeoutMs: PATIENCE_MS, everyMs: 100 },
  );
}
