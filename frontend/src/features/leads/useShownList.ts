import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';

import type { LeadsFilter } from '@/features/leads/filters';
import type { Lead, LeadList } from '@/features/leads/leads';
import { countChanges, find, withFurtherPages, withPerson, withTail } from '@/features/leads/shownList';

/** For so long after a key or a movement the list counts as being under someone's hands, wherever the focus is. */
const HANDS_OFF_MS = 10_000;

/** A person as one's own act left them, until the server's list knows of the act. */
interface Held {
  lead: Lead | undefined;
  settledAt?: number;
}

export interface ShownList {
  list: LeadList;
  /** Changes that wait until the person asks for them; 0 when the list is up to date. */
  waiting: number;
  showLatest: () => void;
  /** Shows one's own act at once: the person as they are after it, or gone. */
  hold: (personId: string, lead: Lead | undefined) => void;
  /** The server has answered; from the next list on it knows better. */
  settle: (personId: string) => void;
  touched: () => void;
}

const isSame = (one: LeadsFilter, other: LeadsFilter) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keeps the list still while someone works on it: newer answers wait until they are asked for. Where nobody has touched
 * it, or its focus is elsewhere for a while, it shows the newest. Reading takes longer than any while, and the next key
 * must act on the person who was read about.
 */
export function useShownList(
  latest: LeadList,
  onChanges: (count: number, isWaiting: boolean) => void,
  hasFocus: () => boolean,
): ShownList {
  const [shown, setShown] = useState(latest);
  const [waiting, setWaiting] = useState(0);
  const touchedAt = useRef(-Infinity);
  const held = useRef(new Map<string, Held>());

  const withHeld = (list: LeadList) => {
    let mine = list;
    for (const [personId, { lead }] of held.current) mine = withPerson(mine, personId, lead);
    return mine;
  };
  /** People whose acts this list knows of are no longer held; they show at once, whatever else has to wait. */
  const release = (newest: LeadList) => {
    let base = withHeld(withFurtherPages(shown, newest));
    for (const [personId, { settledAt }] of held.current) {
      if (settledAt === undefined || newest.askedAt < settledAt) continue;
      held.current.delete(personId);
      base = withPerson(base, personId, find(newest, personId));
    }
    return base;
  };
  const take = useEffectEvent((newest: LeadList) => {
    const isOtherFilter = !isSame(newest.filter, shown.filter);
    const base = isOtherFilter ? newest : release(newest);
    const target = withHeld(isOtherFilter ? newest : withTail(newest, base));
    const changes = isOtherFilter ? 0 : countChanges(base, target);
    const sinceTouched = Date.now() - touchedAt.current;
    const inHand =
      document.visibilityState === 'visible' &&
      (sinceTouched < HANDS_OFF_MS || (sinceTouched < Infinity && hasFocus()));
    if (changes > 0) onChanges(changes, inHand);
    setWaiting(inHand ? changes : 0);
    setShown(changes > 0 && inHand ? base : target);
  });
  // Before anything is painted: the list of another filter would be seen for a moment, as if it were this one's.
  useLayoutEffect(() => {
    take(latest);
  }, [latest]);

  return {
    list: shown,
    waiting,
    showLatest: () => {
      setShown(withHeld(withTail(latest, shown)));
      setWaiting(0);
    },
    hold: (personId, lead) => {
      held.current.set(personId, { lead });
      setShown((now) => withPerson(now, personId, lead));
    },
    settle: (personId) => {
      const own = held.current.get(personId);
      if (own) own.settledAt = Date.now();
    },
    touched: () => {
      touchedAt.current = Date.now();
    },
  };
}
