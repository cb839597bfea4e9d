/** Header of the health answers by which a backend that we started is known from any other. */
export const INSTANCE_HEADER = 'x-portal-instance';

/**
 * Whether one certain backend is ready at an address. Another portal that answers there is not the one that is waited for.
 *
 * @param instance - what its configuration says of it in {@link INSTANCE_HEADER}
 */
export async function isReady(
  address: string,
  instance: string,
): Promise<boolean> {
  const response = await fetch(`${address}/.backstage/health/v1/readiness`);
  await response.arrayBuffer();
  return response.ok && response.headers.get(INSTANCE_HEADER) === instance;
}
