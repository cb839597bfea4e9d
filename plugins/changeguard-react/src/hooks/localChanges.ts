const listeners = new Set<() => void>();

/**
 * Tells everything on this page that is kept up to date that the person has just changed something here, so that it need not
 * wait for the server's signal.
 *
 * @public
 */
export function announceLocalChange(): void {
  for (const listener of [...listeners]) listener();
}

/** Calls `listener` upon {@link announceLocalChange}; answers how to stop that. */
export function onLocalChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
