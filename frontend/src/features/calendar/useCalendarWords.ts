import { useTranslation } from 'react-i18next';

import type { Session } from '@/features/calendar/calendar';
import { day, timeOfDay } from '@/lib/moments';
import { usePrivacy } from '@/ui/Privacy';

/** What a calendar's things are called on this screen. */
export function useCalendarWords(zone: string, now: number) {
  const { t } = useTranslation('calendar');
  const { mode } = usePrivacy();
  const nameOf = ({ name }: Pick<Session, 'name'>) => {
    if (mode === 'hidden') return t('name-hidden');
    if (!name) return t('name-unknown');
    return mode === 'names' ? name : initialsOf(name);
  };
  const range = ({ from, until }: { from: string; until: string }) =>
    t('range', { from: timeOfDay(from, zone), until: timeOfDay(until, zone) });
  const dayAndRange = (stretch: { from: string; until: string }) =>
    t('day-and-range', { day: day(stretch.from, zone, now), range: range(stretch) });
  return { nameOf, range, dayAndRange };
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .flatMap((word) => [...word].slice(0, 1))
    .join('');
}
