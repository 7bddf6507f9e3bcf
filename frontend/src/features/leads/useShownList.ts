import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { LeadList } from '@/features/leads/leads';
import { countChanges } from '@/features/leads/shownList';

/** For so long after a key or a movement the list counts as being under someone's hands. */
const HANDS_OFF_MS = 10_000;

export interface ShownList {
  list: LeadList;
  /** Changes that wait until the person asks for them; 0 when the list is up to date. */
  waiting: number;
  showLatest: () => void;
  /** Shows the next newer answer at once: for changes that the person asked for themselves. */
  showNext: () => void;
  patch: (change: (list: LeadList) => LeadList) => void;
  touched: () => void;
}

/** Keeps the list still while someone works on it: newer answers wait, unless nobody has touched it for a while. */
export function useShownList(
  latest: LeadList,
  onChanges: (count: number, isWaiting: boolean) => void,
): ShownList {
  const [shown, setShown] = useState(latest);
  const [waiting, setWaiting] = useState(0);
  const touchedAt = useRef(-Infinity);
  const isAskedFor = useRef(false);

  const take = useEffectEvent((newest: LeadList) => {
    const changes = countChanges(shown, newest);
    const isRecent = Date.now() - touchedAt.current < HANDS_OFF_MS;
    const inHand = isRecent && !isAskedFor.current && document.visibilityState === 'visible';
    isAskedFor.current = false;
    if (changes > 0) onChanges(changes, inHand);
    setWaiting(inHand ? changes : 0);
    if (changes === 0 || !inHand) setShown(newest);
  });
  useEffect(() => {
    take(latest);
  }, [latest]);

  return {
    list: shown,
    waiting,
    showLatest: () => {
      setShown(latest);
      setWaiting(0);
    },
    showNext: () => {
      isAskedFor.current = true;
    },
    patch: (change) => setShown(change),
    touched: () => {
      touchedAt.current = Date.now();
    },
  };
}
