import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time, renewed every minute, for words such as "in 3 days" that would grow old on an open page. @public */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
