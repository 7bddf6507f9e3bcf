import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { isKnown } from '@/features/calendar/calendar';
import { busyOn, sessionsOn, type Strip } from '@/features/calendar/columns';
import { useCalendarWords } from '@/features/calendar/useCalendarWords';
import { moment } from '@/lib/moments';
import { paths } from '@/lib/paths';

const SLOT = 30 * 60_000;
const FIRST_HOUR = 9 * 60 * 60_000;

/** The slot the arrow keys stand on, in one strip. */
export interface SlotCursor {
  isHere: boolean;
  stretch: { from: string; until: string };
  words: string;
  id: string;
  onOpen: () => void;
  onFocus: () => void;
}

/** Moves by slot with the arrow keys; the slot it comes to is focused, and its date, time and content are spoken. */
export function useSlotCursor(strips: readonly Strip[], clock: { zone: string; now: number }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const { nameOf } = useCalendarWords(clock.zone, clock.now);
  const [place, setPlace] = useState({ strip: 0, slot: FIRST_HOUR / SLOT, moves: 0 });
  const here = Math.min(place.strip, Math.max(0, strips.length - 1));

  const slotIn = (strip: Strip) => {
    const last = Math.floor((strip.day.end - strip.day.start - 1) / SLOT);
    const from = strip.day.start + Math.min(place.slot, last) * SLOT;
    return { from: new Date(from).toISOString(), until: new Date(from + SLOT).toISOString() };
  };
  const during = <T extends { from: string; until: string }>(all: T[], strip: Strip) => {
    const { from, until } = slotIn(strip);
    return all.filter(
      (one) => Date.parse(one.from) < Date.parse(until) && Date.parse(one.until) > Date.parse(from),
    );
  };
  const sessionsIn = (strip: Strip) => during(sessionsOn(strip), strip);
  const say = (strip: Strip): string => {
    const slot = slotIn(strip);
    const sessions = sessionsIn(strip).map((one) => t('slot-session', { who: nameOf(one) }));
    const busy = isKnown(strip.column.google)
      ? during(busyOn(strip), strip).map(() => t('busy'))
      : [t('unknown')];
    const what = [...sessions, ...busy];
    return t('slot', {
      when: moment(slot.from, clock.zone, clock.now),
      whose: strip.column.practitioner,
      what: what.length > 0 ? what.join(', ') : t('slot-empty'),
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || !(event.target instanceof HTMLButtonElement) || strips.length === 0) return;
    event.preventDefault();
    setPlace(({ slot, moves }) => ({
      strip: Math.min(Math.max(here + step.strip, 0), strips.length - 1),
      slot: Math.max(slot + step.slot, 0),
      moves: moves + 1,
    }));
  };

  const current = strips[here];
  const currentId = current && idOf(current);
  useEffect(() => {
    if (!place.moves || !currentId) return;
    const slot = document.getElementById(currentId);
    slot?.focus();
    slot?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [place, currentId]);
  const words = place.moves && current ? say(current) : '';

  const at = (strip: Strip): SlotCursor => {
    const index = strips.indexOf(strip);
    const isHere = index === here;
    return {
      isHere,
      stretch: slotIn(strip),
      words: say(strip),
      id: idOf(strip),
      onOpen: () => {
        const [session] = sessionsIn(strip);
        if (session) void navigate({ to: paths.person, params: { personId: session.personId } });
      },
      onFocus: () => setPlace((before) => (before.strip === index ? before : { ...before, strip: index })),
    };
  };
  return { at, onKeyDown, words };
}

const idOf = ({ key }: Strip) => `slot-${key}`;

const STEPS: Readonly<Record<string, { strip: number; slot: number }>> = {
  ArrowUp: { strip: 0, slot: -1 },
  ArrowDown: { strip: 0, slot: 1 },
  ArrowLeft: { strip: -1, slot: 0 },
  ArrowRight: { strip: 1, slot: 0 },
};
