import { useEffect, useState } from 'react';

/** Whole seconds since a moment, renewed while there is one. */
export function useSeconds(since: number | undefined): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === undefined) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [since]);
  return since === undefined
    ? 0
    : Math.max(0, Math.floor((now - since) / 1_000));
}
