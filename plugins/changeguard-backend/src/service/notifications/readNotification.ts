import { NotFoundError } from '@backstage/errors';
import { presentNotification } from './presentNotification';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Marks one of the viewer's own notifications read; one that is read already stays as it is. */
export function readNotification(
  deps: Pick<
    ServiceDeps,
    'clock' | 'notificationReads' | 'notifications' | 'unitOfWork'
  >,
): UseCase<'readNotification'> {
  return async ({ viewer, params: { id } }) => {
    await deps.unitOfWork.run(tx =>
      deps.notifications.markRead(tx, viewer.ref, { id }, deps.clock.now()),
    );
    const row = await deps.notificationReads.find(viewer.ref, id);
    if (!row) throw new NotFoundError(`There is no notification '${id}'`);
    return { body: presentNotification(row) };
  };
}
