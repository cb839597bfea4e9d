/** Waits until a condition holds, and fails with its name when it does not in time. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean> | boolean,
  patienceMs = 15_000,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
