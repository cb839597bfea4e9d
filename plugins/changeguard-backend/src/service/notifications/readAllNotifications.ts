import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Marks all of the viewer's own notifications read. */
export function readAllNotifications(
  deps: Pick<ServiceDeps, 'clock' | 'notifications' | 'unitOfWork'>,
): UseCase<'readAllNotifications'> {
  return async ({ viewer }) => {
    const marked = await deps.unitOfWork.run(tx =>
      deps.notifications.markRead(tx, viewer.ref, 'all', deps.clock.now()),
    );
    return { body: { marked } };
  };
}
