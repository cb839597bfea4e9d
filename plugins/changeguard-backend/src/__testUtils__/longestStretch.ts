/**
 * Measures for how long at a stretch this thread computes, in milliseconds of processor time: how long its event loop waits is also up to
 * whoever else is busy on the machine. What the kernel takes is not counted: memory that the host of a virtual machine has to find first
 * takes six times as long to be handed out as other memory.
 */
export function longestStretch(): () => number {
  const worked = () => process.threadCpuUsage().user / 1_000;
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
