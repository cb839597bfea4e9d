import {
  startBuiltPortal,
  type BuiltPortal,
  type BuiltPortalOptions,
} from './startBuiltPortal.ts';

/**
 * Starts several backends of one built portal, on the same databases, and tells them of each other's events.
 *
 * @public
 * @param options - as for one; the index of each is put behind its name
 */
export async function startReplicas(
  count: number,
  options: Omit<BuiltPortalOptions, 'port'>,
): Promise<BuiltPortal[]> {
  const { name = 'replica', config } = options;
  const startOne = (index: number) =>
    startBuiltPortal({
      ...options,
      name: `${name}-${index}`,
      config: { ...config, events: { useEventBus: 'always' } },
    });
  // The first one makes the databases; the others' host plugins would fail over its migrations.
  const first = await startOne(0);
  const others = await Promise.allSettled(
    Array.from({ length: count - 1 }, (_, index) => startOne(index + 1)),
  );
  const running = [
    first,
    ...others.flatMap(other =>
      other.status === 'fulfilled' ? [other.value] : [],
    ),
  ];
  const failed = others.find(other => other.status === 'rejected');
  if (failed) {
    // Nobody is handed them who could stop them.
    await Promise.allSettled(running.map(portal => portal.stop()));
    throw failed.reason;
  }
  return running;
}
