import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Counts the viewer's own unread notifications. */
export function getUnreadCount(
  deps: Pick<ServiceDeps, 'notificationReads' | 'unreadCounts'>,
): UseCase<'getUnreadCount'> {
  return async ({ viewer }) => {
    const version = await deps.notificationReads.version(viewer.ref);
    return {
      body: { unread: await deps.unreadCounts.count(viewer.ref, version) },
    };
  };
}
