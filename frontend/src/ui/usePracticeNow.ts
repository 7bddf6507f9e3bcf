import { useEffect, useState } from 'react';

/** An answer of the server, with when this browser got it. */
interface Answer {
  asOf: string;
  receivedAt: number;
}

const TICK_MS = 30_000;

/**
 * The practice's time, which need not be this browser's: its clock may be wrong, and a demonstration lives on a day of
 * its own. An answer says what time it was there when it was made.
 */
export function usePracticeNow(answer: Answer | null | undefined): number {
  const [ownNow, setOwnNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setOwnNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!answer) return ownNow;
  return Date.parse(answer.asOf) + Math.max(0, ownNow - answer.receivedAt);
}
