import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { LeadList } from '@/features/leads/leads';
import { countChanges, find, withPerson } from '@/features/leads/shownList';

/** For so long after a key or a movement the list counts as being under someone's hands. */
const HANDS_OFF_MS = 10_000;

export interface ShownList {
  list: LeadList;
  /** Changes that wait until the person asks for them; 0 when the list is up to date. */
  waiting: number;
  showLatest: () => void;
  /** One's own act on a person shows at once when it arrives, whatever else has to wait. */
  expect: (personId: string) => void;
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
  const expected = useRef<string>(undefined);

  const withExpected = (newest: LeadList) => {
    const id = expected.current;
    const lead = find(newest, id);
    // An answer that was under way before the act still shows the person as they were.
    if (!id || lead?.recordVersion === find(shown, id)?.recordVersion) return shown;
    expected.current = undefined;
    return withPerson(shown, id, lead);
  };
  const take = useEffectEvent((newest: LeadList) => {
    const base = withExpected(newest);
    const changes = countChanges(base, newest);
    const inHand = document.visibilityState === 'visible' && Date.now() - touchedAt.current < HANDS_OFF_MS;
    if (changes > 0) onChanges(changes, inHand);
    setWaiting(inHand ? changes : 0);
    setShown(changes > 0 && inHand ? base : newest);
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
    expect: (personId) => {
      expected.current = personId;
    },
    touched: () => {
      touchedAt.current = Date.now();
    },
  };
}
