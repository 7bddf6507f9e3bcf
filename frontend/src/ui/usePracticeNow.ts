import { useEffect, useState } from 'react';

import type { LeadList } from '@/features/leads/leads';

const TICK_MS = 30_000;

/**
 * The practice's time, which need not be this browser's: its clock may be wrong, and a demonstration lives on a day of
 * its own. The list says what time it was there when it was made.
 */
export function usePracticeNow(list: Pick<LeadList, 'asOf' | 'receivedAt'> | null | undefined): number {
  const [ownNow, setOwnNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setOwnNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!list) return ownNow;
  return Date.parse(list.asOf) + Math.max(0, ownNow - list.receivedAt);
}
