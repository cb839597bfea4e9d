import type {
  AffectedConsumers,
  Audience,
  SchemaChange,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import { waitFor } from '../processes/waitFor.ts';
import type { PortalClient } from './PortalClient.ts';
import type { SampleChange, SampleStep } from './SampleChange.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The catalog of a portal that starts for the first time takes a few seconds to connect its entities. */
const PATIENCE_MS = 60_000;

/**
 * Records one sample change and lets its people react to it. Every step can be repeated: what is stored carries an
 * idempotency key, the rest is skipped when it is already so.
 */
export async function playSampleChange(
  portal: PortalClient,
  sample: SampleChange,
  now: Date,
): Promise<void> {
  const steps = sample.then ?? [];
  const entityRef = sample.change.entityRef;
  await waitFor(
    `the catalog knows who depends on ${entityRef}`,
    async () => {
      const { consumers } = await portal.call<Audience>({
        by: sample.by,
        method: 'POST',
        path: '/changeguard/audience',
        body: { entityRef },
      });
      const found = consumers.map(consumer => consumer.entityRef);
      return steps.every(step => !('for' in step) || found.includes(step.for));
    },
    { timeoutMs: PATIENCE_MS, everyMs: 300 },
  );

  const id = (await findRecorded(portal, sample)) ?? (await record());
  for (const [index, step] of steps.entries()) {
    await playStep(portal, id, step, `sample-${sample.key}-${index}`, now);
  }

  async function record(): Promise<string> {
    const recorded = await portal.call<SchemaChange>({
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
    return recorded.id;
  }
}

/** An interrupted run may have recorded it days ago, when other dates were the right ones and the key still held. */
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

async function playStep(
  portal: PortalClient,
  id: string,
  step: SampleStep,
  idempotencyKey: string,
  now: Date,
): Promise<void> {
  const { by } = step;
  const path = `/changeguard/schema-changes/${id}`;
  if ('comment' in step) {
    await portal.call({
      by,
      method: 'POST',
      path: `${path}/comments`,
      body: { body: step.comment },
      idempotencyKey,
    });
  } else if ('answer' in step) {
    await portal.call({
      by,
      method: 'PUT',
      path: `${path}/consumers/${await consumerId(portal, id, step)}`,
      body: {
        state: step.answer,
        note: step.note ?? null,
        expectedAt: inDays(now, step.expectedInDays),
      },
    });
  } else {
    const { status } = await portal.call<SchemaChange>({
      by,
      method: 'GET',
      path,
    });
    if (status !== step.move) {
      await portal.call({
        by,
        method: 'PUT',
        path,
        body: { status: step.move, reason: step.reason },
      });
    }
  }
}

/** The affected consumers are worked out after the change was recorded, so this may have to wait. */
async function consumerId(
  portal: PortalClient,
  id: string,
  step: { by: string; for: string },
): Promise<string> {
  let found: string | undefined;
  await waitFor(
    `${step.for} is told`,
    async () => {
      const { items } = await portal.call<AffectedConsumers>({
        by: step.by,
        method: 'GET',
        path: `/changeguard/schema-changes/${id}/consumers?limit=100`,
      });
      found = items.find(item => item.entityRef === step.for)?.id;
      return found !== undefined;
    },
    { timeoutMs: PATIENCE_MS, everyMs: 200 },
  );
  return found!;
}

/** Noon in UTC, so that most of the world reads the same date. */
function inDays(now: Date, days: number | undefined): string | null {
  if (days === undefined) {
    return null;
  }
  const then = new Date(now.getTime() + days * DAY_MS);
  then.setUTCHours(12, 0, 0, 0);
  return then.toISOString();
}
