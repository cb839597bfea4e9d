import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { AnswerForConsumer } from '@changeguard/backstage-plugin-changeguard-common';
import { AffectedConsumerRow } from '../../database/tables';
import { claimKey } from '../claimKey';
import { difference } from '../difference';
import { mayAnswer, takesAnswers } from '../access/domainRules';
import { presentConsumer } from './presentConsumer';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { VisibleConsumers } from './VisibleConsumers';
import { actorOf } from '../Viewer';

function answered(row: AffectedConsumerRow): Omit<
  AnswerForConsumer,
  'state'
> & { state: string } & {
  onVersion: number | null;
} {
  return {
    state: row.answer_state,
    note: row.answer_note,
    expectedAt: row.expected_at?.toISOString() ?? null,
    onVersion: row.answer_on_version,
  };
}

/** Takes the answer of a consumer's team; a later one replaces it, and the history keeps both. */
export function answerForConsumer(
  deps: Pick<
    ServiceDeps,
    | 'catalog'
    | 'changes'
    | 'changeStore'
    | 'clock'
    | 'consumers'
    | 'consumerReads'
    | 'decisions'
    | 'events'
    | 'idempotency'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'answerForConsumer'> {
  const consumers = new VisibleConsumers(deps);
  return async request => {
    const { viewer, origin, params, body } = request;
    const { id, consumerId } = params;
    const { head } = await deps.changes.find(viewer, id);
    const consumer = await consumers.one(viewer, id, consumerId);
    const policyLets = await deps.decisions.answering(viewer);
    if (
      !mayAnswer(viewer, consumer) ||
      !policyLets({ id: consumerId, ownerRefs: consumer.owner_refs })
    ) {
      throw new NotAllowedError(
        `Only an owner of '${consumer.entity_ref}' may answer for it`,
      );
    }
    await deps.unitOfWork.run(async tx => {
      // What a stalled replica held back must not count once more on a version that the team has not answered for.
      const earlier = await claimKey(deps, tx, request, deps.ids.next());
      if (earlier) return;
      const change = await deps.changeStore.lock(tx, id);
      const row = await deps.consumers.lock(tx, id, consumerId);
      if (!change || !row) {
        throw new NotFoundError(
          `There is no affected consumer '${consumerId}'`,
        );
      }
      if (!takesAnswers(change)) {
        throw new ConflictError(
          'The change was withdrawn: there is nothing to answer any more',
        );
      }
      const changed = difference(answered(row), {
        ...body,
        onVersion: change.version,
      });
      if (!changed) return;
      await deps.consumers.answer(tx, consumerId, {
        answer_state: body.state,
        answer_note: body.note,
        answer_by: viewer.ref,
        answer_at: deps.clock.now(),
        answer_on_version: change.version,
        expected_at: body.expectedAt ? new Date(body.expectedAt) : null,
      });
      await deps.events.write(tx, {
        type: 'consumer.answered',
        actor: actorOf(viewer),
        origin,
        change,
        ownerRefs: head.owner_refs,
        data: {
          ...changed,
          reason: null,
          consumer: {
            id: consumerId,
            entityRef: row.entity_ref,
            answer: body.state,
          },
        },
      });
    });
    const after = await consumers.one(viewer, id, consumerId);
    return {
      body: presentConsumer(after, takesAnswers(head), deps.clock.now()),
    };
  };
}
