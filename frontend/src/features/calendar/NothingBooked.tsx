import { useTranslation } from 'react-i18next';

import type { CalendarAnswer } from '@/features/calendar/calendar';
import classes from '@/features/calendar/CalendarPage.module.css';
import { freeOn, stripsOf } from '@/features/calendar/columns';
import { useCalendarWords } from '@/features/calendar/useCalendarWords';
import type { Day } from '@/lib/days';

const SHOWN = 3;

interface NothingBookedProps {
  answer: CalendarAnswer;
  days: readonly Day[];
  clock: { zone: string; now: number };
}

export function NothingBooked({ answer, days, clock }: NothingBookedProps) {
  const { t } = useTranslation('calendar');
  const { dayAndRange } = useCalendarWords(clock.zone, clock.now);
  const free = stripsOf(answer, days)
    .flatMap((strip) => freeOn(strip, clock.now))
    .slice(0, SHOWN)
    .map(dayAndRange);
  return (
    <p className={classes.nothing}>
      {t(days.length === 1 ? 'nothing-day' : 'nothing-week')}{' '}
      {free.length > 0 && t('free', { times: free.join('; ') })}
    </p>
  );
}
