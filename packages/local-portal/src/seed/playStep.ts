import type {
  AffectedConsumers,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import { inDays } from './inDays.ts';
import type { PortalClient } from './PortalClient.ts';
import type { SampleStep } from './SampleChange.ts';

/** What {@link playStep} needs besides the step. */
export interface StepContext {
  portal: PortalClient;
  /** Id of the change. */
  id: string;
  idempotencyKey: string;
  now: Date;
}

/** Lets somebody do one thing with a change: comment, answer, or move it. Doing it again changes nothing. */
export async function playStep(
  step: SampleStep,
  context: StepContext,
): Promise<void> {
  const { portal, id, idempotencyKey, now } = context;
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
    const consumers = await portal.call<AffectedConsumers>({
      by,
      method: 'GET',
      path: `${path}/consumers?limit=100`,
    });
    const mine = consumers.items.find(
      ({ entityRef }) => entityRef === step.for,
    );
    if (!mine) {
      throw new Error(`${step.for} is not affected by the change ${id}`);
    }
    await portal.call({
      by,
      method: 'PUT',
      path: `${path}/consumers/${mine.id}`,
      body: {
        state: step.answer,
        note: step.note ?? null,
        expectedAt: inDays(now, step.expectedInDays),
      },
    });
  } else {
    const change = await portal.call<SchemaChange>({ by, method: 'GET', path });
    // By its date rather than by where it stands: it may have moved on since.
    if (!change[`${step.move}At`]) {
      await portal.call({
        by,
        method: 'PUT',
        path,
        body: { status: step.move, reason: step.reason },
      });
    }
  }
}
