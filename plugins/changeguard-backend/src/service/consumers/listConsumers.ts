import { mayAnswer, takesAnswers } from '../access/domainRules';
import { presentConsumer } from './presentConsumer';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { VisibleConsumers } from './VisibleConsumers';

/** Reads who is affected by a change, and why. */
export function listConsumers(
  deps: Pick<
    ServiceDeps,
    'catalog' | 'changes' | 'clock' | 'consumerReads' | 'cursors' | 'decisions'
  >,
): UseCase<'listConsumers'> {
  const consumers = new VisibleConsumers(deps);
  return async ({ viewer, params: { id }, query: { limit, cursor } }) => {
    const binding = { list: `consumers of ${id}`, caller: viewer.ref };
    const after = deps.cursors.decode<{ position: string }>(binding, cursor);
    const { head } = await deps.changes.find(viewer, id);
    const { visible, hidden } = await consumers.all(viewer, id);
    const rest = after
      ? visible.filter(
          sketch => BigInt(sketch.position) > BigInt(after.position),
        )
      : visible;
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rest,
      limit,
      ({ position }) => ({ position }),
    );
    const details = await deps.consumerReads.details(
      id,
      items.map(sketch => sketch.id),
      viewer,
    );
    const policyLets = await deps.decisions.answering(viewer);
    const now = deps.clock.now();
    return {
      body: {
        state: head.audience_state,
        items: details.map(row =>
          presentConsumer(
            row,
            takesAnswers(head) &&
              mayAnswer(viewer, row) &&
              policyLets({ id: row.id, ownerRefs: row.owner_refs }),
            now,
          ),
        ),
        nextCursor,
        hidden,
      },
    };
  };
}
