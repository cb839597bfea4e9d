/** Header of the health answers by which a backend that we started is known from any other. */
export const INSTANCE_HEADER = 'x-portal-instance';

/** A portal that is ready answers within this, on a busy machine as well. */
const PATIENCE_MS = 10_000;

/**
 * Whether one certain backend is ready at an address. Another portal that answers there is not the one that is waited for,
 * nor is a program that speaks another protocol, or says nothing.
 *
 * @param instance - what its configuration says of it in {@link INSTANCE_HEADER}
 */
export async function isReady(
  address: string,
  instance: string,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  try {
    const response = await fetch(`${address}/.backstage/health/v1/readiness`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();
    return response.ok && response.headers.get(INSTANCE_HEADER) === instance;
  } catch {
    return false;
  }
}
