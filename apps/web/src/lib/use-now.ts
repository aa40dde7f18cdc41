import { useEffect, useState } from 'react';

/** The time, milliseconds since 1970, as it was at most `everyMs` ago; for what tells how long ago something was. */
export function useNow(everyMs: number): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
