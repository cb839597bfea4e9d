/**
 * Measures for how long at a stretch this thread works itself, in milliseconds of processor time: how long its event loop waits is also
 * up to whoever else is busy on the machine.
 */
export function longestStretch(): () => number {
  const worked = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let before = worked();
  let longest = 0;
  const look = () => {
    const now = worked();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}
